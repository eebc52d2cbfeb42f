/** One thing wrong with the environment, with all that is needed to put it right. No value of a secret in it. */
export interface ConfigProblem {
  readonly variable: string;
  /** What is wrong and what is allowed. */
  readonly problem: string;
  readonly example: string;
  readonly where: string;
}

/** The environment cannot be used. Carries every problem, not just the first; `message` lists them for a person. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(
      ({ variable, problem, example, where }) =>
        `  ${variable}: ${problem}\n      example: ${variable}=${example}\n      where:   ${where}`,
    );
    const head = problems.length === 1 ? '1 setting is wrong' : `${problems.length} settings are wrong`;
    super(`${head}:\n${lines.join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

import * as v from 'valibot';
import type { Config, ConfigDefinition, Variable } from './definition.ts';
import { ConfigError, type ConfigProblem } from './error.ts';

/** `process.env` or anything shaped like it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A demand on several variables together. Sees only the variables that were right by themselves (the others are
 * absent) and returns the variable to complain about and the sentence, or nothing.
 */
export type ConfigRule<D extends ConfigDefinition> = (
  config: Partial<Config<D>>,
) => { readonly variable: keyof D & string; readonly problem: string } | undefined;

/**
 * Reads the environment by a definition. Values are trimmed; an empty one counts as absent. Throws one `ConfigError`
 * with EVERY problem, so that a person fixes them in one go.
 *
 * ```ts
 * import { defineConfig, loadConfig, wholeNumber } from '@kie/service-kit';
 *
 * const definition = defineConfig({
 *   PORT: { schema: wholeNumber(0, 65535), default: '10000', example: '8080', where: 'your choice',
 *     description: 'Port of the HTTP server.', group: 'HTTP' },
 * });
 * const config = loadConfig(definition, process.env); // config.PORT: number
 * ```
 */
export function loadConfig<D extends ConfigDefinition>(
  definition: D,
  env: Environment,
  rules: readonly ConfigRule<D>[] = [],
): Config<D> {
  const problems: ConfigProblem[] = [];
  const values: Record<string, unknown> = {};
  const report = (name: string, problem: string): void => {
    const variable = definition[name];
    if (variable !== undefined)
      problems.push({ variable: name, problem, example: variable.example, where: variable.where });
  };

  for (const [name, variable] of Object.entries(definition)) {
    const raw = env[name]?.trim() || variable.default;
    if (raw === undefined) {
      if (variable.optional !== true) report(name, `is missing. ${variable.description}`);
      continue;
    }
    const result = v.safeParse(variable.schema, raw);
    if (result.success) values[name] = result.output;
    else for (const issue of result.issues) report(name, sentence(issue, variable, raw));
  }
  for (const rule of rules) {
    const broken = rule(values as Partial<Config<D>>);
    if (broken !== undefined) report(broken.variable, broken.problem);
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return values as Config<D>;
}

/** Valibot's own sentences quote what was received; for a secret that must not be. */
function sentence(issue: v.BaseIssue<unknown>, variable: Variable, raw: string): string {
  const { expected, received } = issue;
  const own = issue.message;
  const text = expected !== null && own.includes(received) ? `must be ${expected.replaceAll('"', '')}` : own;
  if (variable.secret !== true) return `${text} (is ${JSON.stringify(shorten(raw))})`;
  return text.replaceAll(raw, '[redacted]');
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

import type { ConfigDefinition, Variable } from './definition.ts';

/**
 * The text of a complete `.env.example`: grouped, each variable with what it does, where to get it and an example.
 * Variables that must be set stand open, the others as comments with their default. A test compares the file in the
 * repository with this text.
 */
export function renderEnvExample(definition: ConfigDefinition): string {
  const groups = new Map<string, string[]>();
  for (const [name, variable] of Object.entries(definition)) {
    const lines = groups.get(variable.group) ?? [];
    lines.push(renderVariable(name, variable));
    groups.set(variable.group, lines);
  }
  const parts = [...groups].map(([group, variables]) => `# --- ${group} ---\n\n${variables.join('\n\n')}`);
  return `${parts.join('\n\n')}\n`;
}

function renderVariable(name: string, variable: Variable): string {
  const comment = [variable.description, `Where: ${variable.where}`, `Example: ${variable.example}`];
  if (variable.secret === true) comment.push('Secret: never commit it.');
  const required = variable.default === undefined && variable.optional !== true;
  const assignment = required ? `${name}=` : `# ${name}=${variable.default ?? ''}`;
  return [...comment.flatMap((text) => text.split('\n')).map((line) => `# ${line}`), assignment].join('\n');
}

import type { Config, ConfigDefinition } from './definition.ts';

/** A configuration fit for a log line: secrets become their length, absent values `not set`. */
export function maskConfig<D extends ConfigDefinition>(
  definition: D,
  config: Config<D>,
): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, variable] of Object.entries(definition)) {
    const value: unknown = config[name];
    if (value === undefined) shown[name] = 'not set';
    else if (variable.secret === true) shown[name] = `set (${asText(value).length} characters)`;
    else shown[name] = asText(value);
  }
  return shown;
}

/** The values of all secrets that are set: what `createRedactor` wants to know. */
export function secretValues<D extends ConfigDefinition>(definition: D, config: Config<D>): string[] {
  const values: string[] = [];
  for (const [name, variable] of Object.entries(definition)) {
    const value: unknown = config[name];
    if (variable.secret !== true || value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) values.push(asText(item));
  }
  return values;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

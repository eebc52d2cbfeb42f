import type { GenericSchema, InferOutput } from 'valibot';

/** One environment variable: what it may hold and everything a person needs to set it. */
export interface Variable {
  /** From the text in the environment to the value the program uses. */
  readonly schema: GenericSchema<string, unknown>;
  /** Never printed; its value is given to the redactor by `secretValues`. */
  readonly secret?: boolean;
  /** Text used when the variable is absent or empty; read by the schema like any other. */
  readonly default?: string;
  /** Absent without a default is fine: the value is then `undefined`. */
  readonly optional?: boolean;
  /** A text that is right. For a secret an invented one. */
  readonly example: string;
  /** Where a person gets the value. */
  readonly where: string;
  /** One or two sentences: what it does. */
  readonly description: string;
  /** Heading in `.env.example`. */
  readonly group: string;
}

/** Variables by their name in the environment. */
export type ConfigDefinition = Readonly<Record<string, Variable>>;

/** What `loadConfig` gives: the same names, typed by the schemas. */
export type Config<D extends ConfigDefinition> = {
  readonly [Name in keyof D]: D[Name] extends { readonly optional: true }
    ? InferOutput<D[Name]['schema']> | undefined
    : InferOutput<D[Name]['schema']>;
};

/** Keeps the literal types of a definition, so that `Config` knows each variable's type. */
export function defineConfig<const D extends ConfigDefinition>(definition: D): D {
  return definition;
}

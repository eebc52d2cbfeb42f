import { registry } from '@kie/registry';
import { createValidator } from '@kie/validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import Schema from 'typebox/schema';
import * as z from 'zod';
import type { Subject } from './inputs.ts';

/** Says yes or no to an input and, where it is no, has made a list of what is wrong. */
export type Check = (input: unknown) => boolean;

/** A library, with a check for each subject. */
export interface Contender {
  readonly name: string;
  readonly compile: (subject: Subject) => Check;
}

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
const validator = createValidator(registry);

export const contenders: readonly Contender[] = [
  {
    name: '@kie/validator',
    compile: ({ model }) => {
      const { id } = model;
      return (input) => validator.validate(id, input).valid;
    },
  },
  { name: 'ajv, compiled, allErrors', compile: ({ schema }) => ajv.compile({ ...schema }) },
  {
    name: 'zod, from the JSON Schema',
    compile: ({ schema }) => {
      // zod knows no `not` and no `dependentRequired`: it is spared the rules between fields.
      const { allOf: _, ...shape } = schema;
      const made = z.fromJSONSchema(shape as Parameters<typeof z.fromJSONSchema>[0]);
      return (input) => made.safeParse(input).success;
    },
  },
  {
    name: 'typebox, compiled',
    compile: ({ schema }) => {
      const made = Schema.Compile(schema as never);
      // Its check gives no list; the list is asked for where there is one to make.
      return (input) => made.Check(input) || made.Errors(input)[0];
    },
  },
];

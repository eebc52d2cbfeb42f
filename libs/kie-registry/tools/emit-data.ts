import type { Catalogue } from '../src/model.ts';

/** First line of every generated file. */
export const GENERATED = '// Generated from models/kie_models.yaml by tools/codegen.ts. Do not edit.\n';

/**
 * The module with the data. JSON in a string, since engines read that several times faster than an object literal of
 * this size; one model a line, so that a change shows as such in a diff.
 */
export function emitData(catalogue: Catalogue): string {
  const { models, ...rest } = catalogue;
  const head = JSON.stringify(rest).slice(0, -1);
  const lines = models.map((model) => JSON.stringify(model)).join(',\n');
  return `${GENERATED}
import type { Catalogue } from '../model.ts';

/** The catalogue that this version of the package was built with. */
export const catalogue: Catalogue = /* @__PURE__ */ JSON.parse(\`${escape(`${head},"models":[\n${lines}\n]}`)}\`) as Catalogue;
`;
}

/** Text as the inside of a template literal. */
function escape(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
}

/** A part of an OpenAPI document or JSON Schema; nothing in it is certain. */
export type Part = Readonly<Record<string, unknown>>;

/** Deeper than any document of KIE; a document may refer to itself. */
const MAX_DEPTH = 12;

export const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Follows `$ref`s inside the document and joins `allOf`. */
export function resolved(part: unknown, document: Part, depth = 0): Part {
  if (!isPart(part) || depth > MAX_DEPTH) return {};
  const ref = part['$ref'];
  if (typeof ref === 'string' && ref.startsWith('#/')) {
    const steps = ref
      .slice(2)
      .split('/')
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const target = steps.reduce<unknown>(
      (at, step) => (isPart(at) && Object.hasOwn(at, step) ? at[step] : undefined),
      document,
    );
    return resolved(target, document, depth + 1);
  }
  const all = part['allOf'];
  if (!Array.isArray(all)) return part;
  const parts = all.map((one) => resolved(one, document, depth + 1));
  const properties = Object.assign({}, ...parts.map((one) => one['properties'] ?? {})) as Part;
  return { ...Object.assign({}, ...parts), ...part, properties } as Part;
}

/**
 * The schema of the input of a model in its OpenAPI document: the body of the first POST, and of that the field `input`,
 * or the whole body where it is flat. `undefined` when there is none.
 */
export function inputSchemaOf(document: Part): Part | undefined {
  const paths = isPart(document['paths']) ? Object.values(document['paths']) : [];
  for (const path of paths) {
    const post = isPart(path) ? path['post'] : undefined;
    const body = resolved(isPart(post) ? post['requestBody'] : undefined, document);
    const content = isPart(body['content']) ? Object.values(body['content'])[0] : undefined;
    const schema = resolved(isPart(content) ? content['schema'] : undefined, document);
    const properties = isPart(schema['properties']) ? schema['properties'] : undefined;
    if (properties === undefined) continue;
    return properties['input'] === undefined ? schema : resolved(properties['input'], document);
  }
  return undefined;
}

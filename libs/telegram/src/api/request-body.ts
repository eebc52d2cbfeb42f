import { asUpload } from './upload.ts';

/** Parameters of a Bot API method; files may be anywhere in them. */
export type Params = Readonly<Record<string, unknown>>;

/**
 * The body of a call: JSON, or a form when there is a file in it. Inside a form every object is JSON text, so nothing
 * (`reply_parameters`, say) is lost, and files below the top level are named by `attach://`.
 */
export async function requestBody(
  params: Params,
): Promise<{ body: string | FormData; headers: Record<string, string> }> {
  const files: [name: string, blob: Blob, filename: string][] = [];

  const replaceFiles = async (value: unknown, top: string | undefined): Promise<unknown> => {
    if (typeof value !== 'object' || value === null) return value;
    const file = await asUpload(value);
    if (file !== undefined) {
      const name = top ?? `file${files.length}`;
      files.push([name, file.blob, file.filename]);
      return top === undefined ? `attach://${name}` : undefined;
    }
    if (Array.isArray(value)) return Promise.all(value.map((item) => replaceFiles(item, undefined)));
    if (Object.getPrototypeOf(value) !== Object.prototype) return value;
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) copy[key] = await replaceFiles(item, undefined);
    return copy;
  };

  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(params)) {
    // Thumbnails are the one top-level file that Telegram wants by reference.
    const byReference = key === 'thumb' || key === 'thumbnail';
    const field = await replaceFiles(value, byReference ? undefined : key);
    if (field !== undefined && field !== null) fields[key] = field;
  }
  if (files.length === 0)
    return { body: JSON.stringify(fields), headers: { 'content-type': 'application/json' } };

  const form = new FormData();
  for (const [key, value] of Object.entries(fields))
    form.append(key, typeof value === 'string' ? value : JSON.stringify(value));
  for (const file of files) form.append(...file);
  return { body: form, headers: {} };
}

import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { nearest, type Field, type Model } from '@kie/registry';
import { UsageError } from '../usage-error.ts';

/** Types of the files people send; the format itself is looked at by KIE. */
const MIME: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.m4a': 'audio/mp4',
  '.ogg': 'audio/ogg',
};

async function fileOf(path: string): Promise<File> {
  try {
    const bytes = await readFile(path);
    const type = MIME[extname(path).toLowerCase()] ?? '';
    return new File([Uint8Array.from(bytes)], basename(path), { type });
  } catch {
    throw new UsageError(`The file ${path} cannot be read.`);
  }
}

/** Text as the field's own JSON type: `5` stays a text where KIE wants the text. */
function typed(field: Field, text: string): unknown {
  const type = field.type === 'enum' ? field.valueType : field.type === 'array' ? field.itemType : field.type;
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if ((type === 'integer' || type === 'number') && text.trim() !== '' && Number.isFinite(Number(text))) {
    return Number(text);
  }
  if (type === 'object' || type === 'array') {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new UsageError(`${field.name} must be given as JSON, e.g. ${field.name}='[{…}]'.`);
    }
  }
  return text;
}

async function valueOf(field: Field, text: string): Promise<unknown> {
  if (field.media !== undefined && text.startsWith('@')) return fileOf(text.slice(1));
  return typed(field, text);
}

/**
 * An input from `field=value` words: numbers and switches by the type of the field, `@path` for files, a list by
 * repeating its name.
 *
 * @throws UsageError for a word without `=`, an unknown field, a file that cannot be read
 */
export async function readFields(model: Model, words: readonly string[]): Promise<Record<string, unknown>> {
  const input: Record<string, unknown> = {};
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 1) throw new UsageError(`"${word.slice(0, 40)}" is neither a JSON file nor field=value.`);
    const name = word.slice(0, at);
    const field = model.fields.find((one) => one.name === name);
    if (field === undefined) {
      const names = model.fields.map((one) => one.name);
      const [near] = nearest(name, names, 1);
      throw new UsageError(
        `${model.id} has no field ${name.slice(0, 40)}.${near === undefined ? '' : ` Did you mean ${near}?`} Fields: ${names.join(', ')}.`,
      );
    }
    const value = await valueOf(field, word.slice(at + 1));
    if (field.type !== 'array') input[name] = value;
    else
      input[name] = [
        ...((input[name] as unknown[] | undefined) ?? []),
        ...(Array.isArray(value) ? value : [value]),
      ];
  }
  return input;
}

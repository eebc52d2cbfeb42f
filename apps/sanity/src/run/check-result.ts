import type { KieClient } from '@kie/client';
import type { Model } from '@kie/registry';
import type { HandlerOutput } from '@kie/universal-handler';
import { fileKind } from '../media/file-kind.ts';

/** Whether a result is what the model promises, and how to say it. */
export interface Verdict {
  readonly ok: boolean;
  readonly note: string;
}

function size(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/**
 * Fetches the first result and looks at its first bytes: a URL that ends in .png proves nothing. Models that answer with
 * words must have given some.
 */
export async function checkResult(
  client: Pick<KieClient, 'download'>,
  model: Model,
  output: HandlerOutput,
  signal: AbortSignal | undefined,
): Promise<Verdict> {
  const { files, text, data } = output;
  const results = files.filter((file) => file.role === 'result');
  const [first] = results.length > 0 ? results : files;
  if (model.output === 'text') {
    if (text !== undefined && text !== '') return { ok: true, note: `${text.length} characters of text` };
    if (data !== undefined) return { ok: true, note: 'data' };
    if (first !== undefined) return { ok: true, note: `${results.length} files` };
    return { ok: false, note: 'neither text nor data' };
  }
  if (first === undefined) return { ok: false, note: `no file; expected ${model.output}` };
  const download = await client.download(first.url, { signal });
  const bytes = await download.bytes();
  const known = fileKind(bytes);
  const more = results.length > 1 ? `, 1 of ${results.length}` : '';
  if (known === undefined)
    return { ok: false, note: `the file is nothing known (${size(bytes.length)}); expected ${model.output}` };
  const described = `${known.format} ${known.kind}, ${size(bytes.length)}${more}`;
  return known.kind === model.output
    ? { ok: true, note: described }
    : { ok: false, note: `${described}; expected ${model.output}` };
}

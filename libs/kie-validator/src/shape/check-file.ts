import type { Field } from '@kie/registry';
import { issueAt, type Issue } from '../issue.ts';
import { either } from '../words.ts';

const MEGABYTE = 1024 * 1024;

/** Names of the same format, as browsers, phones and KIE's pages write them. */
const aliases: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'audio/mp3': 'audio/mpeg',
  'audio/x-mp3': 'audio/mpeg',
  'audio/x-wav': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'audio/m4a': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/x-aac': 'audio/aac',
  'application/ogg': 'audio/ogg',
  'video/x-msvideo': 'video/avi',
};

/** The format without parameters and in one spelling; empty when the type says nothing. */
function format(mime: string): string {
  const bare = (mime.split(';')[0] ?? '').trim().toLowerCase();
  return bare === 'application/octet-stream' ? '' : (aliases[bare] ?? bare);
}

function wrongFormat(field: Field, type: string): string | undefined {
  const given = format(type);
  const { kind, mime } = field.media ?? {};
  if (given === '' || kind === undefined || kind === 'file' || kind === 'webpage') return undefined;
  if (mime !== undefined) return mime.map(format).includes(given) ? undefined : either(mime);
  return kind.split('_or_').includes(given.split('/')[0] ?? '')
    ? undefined
    : `an ${kind.replaceAll('_', ' ')}`.replace(/^an (?=v)/, 'a ');
}

/**
 * What is known of a file before it is uploaded: that it has bytes, how many, and its type if it has one. Length
 * and pixels are KIE's business.
 */
export function checkFile(field: Field, file: unknown, path: string): Issue[] {
  const bytes = file instanceof Blob ? file.size : file instanceof Uint8Array ? file.byteLength : undefined;
  const type = file instanceof Blob ? file.type : '';
  const maxMb = field.media?.maxMb;
  const issues: Issue[] = [];
  if (bytes === 0) issues.push(issueAt(path, 'file_empty', {}, 'the file is empty.'));
  if (bytes !== undefined && maxMb !== undefined && bytes > maxMb * MEGABYTE) {
    const megabytes = Math.ceil((bytes / MEGABYTE) * 10) / 10;
    issues.push(
      issueAt(
        path,
        'file_too_big',
        { maxMb, megabytes },
        `the file has ${megabytes} MB; at most ${maxMb} MB are allowed.`,
      ),
    );
  }
  const wanted = wrongFormat(field, type);
  if (wanted !== undefined) {
    const params = {
      type: format(type),
      kind: field.media?.kind,
      ...(field.media?.mime && { mime: field.media.mime }),
    };
    issues.push(issueAt(path, 'file_type', params, `the file is ${format(type)}; allowed: ${wanted}.`));
  }
  return issues;
}

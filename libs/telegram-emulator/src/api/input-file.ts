import type { Core } from '../core.ts';
import { ApiError, badRequest } from '../errors.ts';
import { imageSize } from '../media/image-size.ts';
import { sniffMime } from '../media/sniff.ts';
import type { IncomingFile, MediaHints } from '../media/store-file.ts';
import { storeMedia, storePhoto } from '../media/store-file.ts';
import type { MediaKind } from '../types.ts';
import { isLoopbackHost } from '../updates/webhook.ts';
import type { MessageContent } from './post-message.ts';
import type { Params, Upload } from './params.ts';

const MB = 1 << 20;
const MAX_PHOTO_BYTES = 10 * MB;
const MAX_UPLOAD_BYTES = 50 * MB;
const MAX_PHOTO_SIDES = 10_000;
const MAX_PHOTO_RATIO = 20;
const URL_TIMEOUT_MS = 20_000;

const NAMES: Record<MediaKind, string> = {
  photo: 'Photo',
  video: 'Video',
  audio: 'Audio',
  voice: 'VoiceNote',
  document: 'Document',
  animation: 'Animation',
};

/**
 * The media argument of a send: an upload under its own name, `attach://name`, a `file_id`, or a URL (anything with a
 * dot in it, td FileManager.cpp 3971). Returns the content of the message to be.
 */
export async function readMedia(
  core: Core,
  params: Params,
  kind: MediaKind,
  argument: string,
  hints: MediaHints = {},
): Promise<MessageContent> {
  const upload = findUpload(params, kind, argument);
  if (upload !== undefined) return storeUpload(core, kind, upload, hints);
  if (argument === '' || argument.startsWith('attach://'))
    throw badRequest(`there is no ${kind} in the request`);
  if (argument.includes('.'))
    return storeUpload(core, kind, await download(core, kind, argument), hints, true);
  const record = core.state.files.get(argument);
  if (record === undefined) {
    throw badRequest("wrong remote file identifier specified: can't unserialize it. Wrong last symbol");
  }
  // Kinds other than photos may be sent by each other's method, and stay what they are (td FileManager.cpp 4036-4044).
  if ((record.kind === 'photo') !== (kind === 'photo')) {
    throw badRequest(`can't use file of type ${NAMES[record.kind]} as ${NAMES[kind]}`);
  }
  return structuredClone(record.media);
}

function findUpload(params: Params, kind: MediaKind, argument: string): Upload | undefined {
  const attached = /^attach:\/\/(.+)$/.exec(argument)?.[1];
  if (attached !== undefined) return params.uploads.get(attached);
  return argument === '' ? params.uploads.get(kind) : undefined;
}

function storeUpload(
  core: Core,
  kind: MediaKind,
  file: IncomingFile,
  hints: MediaHints,
  fromUrl = false,
): MessageContent {
  const size = file.bytes.byteLength;
  if (size === 0) throw badRequest('file must be non-empty');
  if (size > MAX_UPLOAD_BYTES) throw new ApiError(413, 'Request Entity Too Large');
  if (kind !== 'photo') {
    const media = storeMedia(core, kind, file, hints);
    // For old clients an animation is also a document.
    return kind === 'animation' ? { animation: media, document: media } : { [kind]: media };
  }
  const dimensions = imageSize(file.bytes);
  if (dimensions === undefined) {
    throw badRequest(fromUrl ? 'wrong type of the web page content' : 'IMAGE_PROCESS_FAILED');
  }
  if (size > MAX_PHOTO_BYTES) throw badRequest('file is too big for a photo; the maximum size is 10 MB');
  const { width, height } = dimensions;
  const ratio = Math.max(width, height) / Math.max(1, Math.min(width, height));
  if (width + height > MAX_PHOTO_SIDES || ratio > MAX_PHOTO_RATIO)
    throw badRequest('PHOTO_INVALID_DIMENSIONS');
  return { photo: storePhoto(core, file) };
}

/** What Telegram accepts from a URL, which is less than from an upload. */
function acceptsFromUrl(kind: MediaKind, mime: string, size: number): boolean {
  if (kind === 'photo') return mime.startsWith('image/') && size <= 5 * MB;
  if (size > 20 * MB) return false;
  if (kind === 'document') return ['application/pdf', 'application/zip', 'image/gif'].includes(mime);
  if (kind === 'voice') return mime === 'audio/ogg' && size <= MB;
  if (kind === 'audio') return mime.startsWith('audio/');
  return mime.startsWith('video/') || mime === 'image/gif';
}

async function download(core: Core, kind: MediaKind, address: string): Promise<IncomingFile> {
  let url: URL;
  try {
    url = new URL(/^[a-z]+:/i.test(address) ? address : `http://${address}`);
  } catch {
    throw badRequest('wrong file identifier/HTTP URL specified');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw badRequest('wrong file identifier/HTTP URL specified');
  }
  // EXTERNAL_URL_INVALID of the inner server (Client.cpp 113): a name that cannot be on the internet.
  if (!url.hostname.includes('.') && !isLoopbackHost(url.hostname))
    throw badRequest('wrong HTTP URL specified');
  let file: IncomingFile;
  try {
    const response = await core.fetch(url, { signal: AbortSignal.timeout(URL_TIMEOUT_MS) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const fileName = decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
    const declared = response.headers.get('content-type') ?? undefined;
    file = { bytes, ...(fileName === '' ? {} : { fileName }), mime: sniffMime(bytes, declared, fileName) };
  } catch {
    throw badRequest('failed to get HTTP URL content');
  }
  if (!acceptsFromUrl(kind, file.mime ?? '', file.bytes.byteLength)) {
    throw badRequest('wrong type of the web page content');
  }
  return file;
}

import { isRecord, readText } from '../http/envelope.ts';
import type { FileRole, TaskFile } from '../task.ts';
import { kindOf } from './file-kind.ts';
import { openJson } from './task-parts.ts';

/** What a finished task gave. */
export interface Result {
  readonly files: readonly TaskFile[];
  readonly text?: string;
  readonly data?: unknown;
}

/** Where URLs stand in a result, and what they are. The order is the order of `files`. */
const URL_FIELDS: readonly (readonly [string, FileRole])[] = [
  ['resultUrls', 'result'],
  ['resultUrl', 'result'],
  ['result_urls', 'result'],
  ['resultImageUrl', 'result'],
  ['resultVideoUrl', 'result'],
  ['resultWaterMarkUrls', 'watermarked'],
  ['firstFrameUrl', 'first_frame'],
  ['lastFrameUrl', 'last_frame'],
];

/** Fields of a Suno track. A stream is of use only while the file itself is not there. */
const TRACK_FIELDS: readonly (readonly [string, FileRole])[] = [
  ['audio_url', 'result'],
  ['audioUrl', 'result'],
  ['video_url', 'result'],
  ['videoUrl', 'result'],
  ['image_url', 'cover'],
  ['imageUrl', 'cover'],
];
const STREAM_FIELDS: readonly (readonly [string, FileRole])[] = [
  ['stream_audio_url', 'preview'],
  ['streamAudioUrl', 'preview'],
];

/** Fields of a `resultObject` that hold words. */
const TEXT_FIELDS = ['text', 'content', 'transcript', 'lyrics'];

/**
 * Reads every shape of result that KIE's pages and recordings show: `resultJson` as JSON text or as an object, the newer
 * `response`, single URLs, lists of URLs or of objects with a `url`, frames, Suno tracks, lyrics, `resultObject`.
 * What cannot be read is left out; the raw body has it.
 */
export function readResult(resultJson: unknown, response: unknown): Result {
  const first = readOne(resultJson);
  if (first.files.length > 0 || first.text !== undefined || first.data !== undefined) return first;
  return readOne(response);
}

function readOne(value: unknown): Result {
  const opened = openJson(value);
  if (!isRecord(opened)) return { files: unique(filesOf(opened, 'result', 'resultUrls')) };
  const tracks = tracksOf(opened);
  const extra = opened['resultObject'];
  const object = openJson(extra);
  const files = unique([
    ...URL_FIELDS.flatMap(([field, role]) => filesOf(opened[field], role, field)),
    ...tracks.flatMap(filesOfTrack),
    ...(isRecord(object) ? filesOfObject(object) : []),
  ]);
  const text = textOf(object);
  const data = isFilled(object) ? object : tracks.length > 0 ? tracks : undefined;
  return { files, ...(text !== undefined && { text }), ...(data !== undefined && { data }) };
}

function isFilled(value: unknown): boolean {
  return (isRecord(value) && Object.keys(value).length > 0) || (Array.isArray(value) && value.length > 0);
}

/** The URLs in a field: one, a list, or objects with a `url`. */
export function filesOf(value: unknown, role: FileRole, field: string): TaskFile[] {
  if (Array.isArray(value)) return value.flatMap((item) => filesOf(item, role, field));
  if (isRecord(value)) return filesOf(value['url'] ?? value['resultUrl'], role, field);
  if (typeof value !== 'string' || !/^https?:\/\//i.test(value) || !URL.canParse(value)) return [];
  return [{ url: value, kind: kindOf(value, field), role }];
}

function tracksOf(opened: Readonly<Record<string, unknown>>): readonly unknown[] {
  const list = opened['data'] ?? opened['sunoData'];
  return Array.isArray(list) ? list : [];
}

/** What a Suno track has, in either spelling. */
export function filesOfTrack(track: unknown): TaskFile[] {
  if (!isRecord(track)) return filesOf(track, 'result', 'audio_url');
  const files = TRACK_FIELDS.flatMap(([field, role]) => filesOf(track[field], role, field));
  if (files.some((file) => file.role === 'result')) return files;
  return [...STREAM_FIELDS.flatMap(([field, role]) => filesOf(track[field], role, field)), ...files];
}

/** URLs in a `resultObject`: in any field whose name says so, such as `mask_urls`. */
function filesOfObject(object: Readonly<Record<string, unknown>>): TaskFile[] {
  return Object.entries(object)
    .filter(([field]) => /urls?$/i.test(field))
    .flatMap(([field, value]) => filesOf(value, /mask/i.test(field) ? 'mask' : 'result', field));
}

function textOf(object: unknown): string | undefined {
  if (typeof object === 'string') return readText(object);
  if (!isRecord(object)) return undefined;
  const lyrics = object['lyricsData'];
  if (Array.isArray(lyrics)) {
    const texts = lyrics.flatMap((each) => (isRecord(each) ? (readText(each['text']) ?? []) : []));
    if (texts.length > 0) return texts.join('\n\n');
  }
  return TEXT_FIELDS.map((field) => readText(object[field])).find((text) => text !== undefined);
}

/** Each URL once. */
export function unique(files: readonly TaskFile[]): readonly TaskFile[] {
  return files.filter((file, at) => files.findIndex((other) => other.url === file.url) === at);
}

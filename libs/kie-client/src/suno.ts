import { readText, isRecord } from './http/envelope.ts';
import {
  createFlatAdapter,
  filesIn,
  flagState,
  wordState,
  type FlatOperation,
  type FlatResult,
} from './api/flat.ts';
import { filesOf, filesOfTrack } from './api/result.ts';
import { recordOf } from './api/task-parts.ts';
import type { ApiAdapter } from './api/adapter.ts';

type Data = Readonly<Record<string, unknown>>;

const tracksOf = (data: Data): readonly unknown[] => {
  const response = recordOf(data['response']);
  const list = response['sunoData'] ?? response['data'];
  return Array.isArray(list) ? list : [];
};

const music = (create: string): FlatOperation => ({
  create: `/api/v1/generate${create}`,
  status: '/api/v1/generate/record-info',
  needsCallback: true,
  state: (data) => {
    const state = wordState('status')(data);
    // KIE could not deliver its callback; the songs may be there all the same.
    if (state?.rawState !== 'CALLBACK_EXCEPTION' || tracksOf(data).flatMap(filesOfTrack).length === 0)
      return state;
    return { status: 'succeeded', rawState: state.rawState };
  },
  result: (data) => {
    const tracks = tracksOf(data);
    return { files: tracks.flatMap(filesOfTrack), ...(tracks.length > 0 && { data: tracks }) };
  },
});

const lyrics: FlatOperation = {
  create: '/api/v1/lyrics',
  status: '/api/v1/lyrics/record-info',
  needsCallback: true,
  state: wordState('status'),
  result: (data) => {
    const response = recordOf(data['response']);
    const list = Array.isArray(response['data']) ? response['data'] : [];
    const texts = list.flatMap((each) => (isRecord(each) ? (readText(each['text']) ?? []) : []));
    return { files: [], ...(texts.length > 0 && { text: texts.join('\n\n'), data: list }) };
  },
};

/** An operation with a record of its own whose result is a few URLs. */
const file = (
  name: string,
  state: FlatOperation['state'],
  result: (response: Data) => FlatResult,
  create = 'generate',
): FlatOperation => ({
  create: `/api/v1/${name}/${create}`,
  status: `/api/v1/${name}/record-info`,
  needsCallback: true,
  state,
  result: (data) => result(recordOf(data['response'])),
});

const stems = file('vocal-removal', wordState('successFlag'), (response) => ({
  files: Object.entries(response)
    .filter(([field]) => field.endsWith('Url'))
    .flatMap(([field, value]) =>
      filesOf(value, field.startsWith('origin') ? 'preview' : 'result', 'audioUrl'),
    ),
  data: response,
}));

const midi: FlatOperation = {
  ...file('midi', flagState([2, 3]), () => ({ files: [] })),
  result: (data) => ({ files: [], data: recordOf(data['midiData'])['instruments'] ?? data['midiData'] }),
};

const { needsCallback: _, ...cover } = file('suno/cover', flagState([3]), (response) => ({
  files: filesIn(response, [['images', 'result']]).map((each) => ({ ...each, kind: 'image' as const })),
}));

/**
 * KIE's older Suno API, with the same verbs as everything else. Ids are this client's own: `suno/music`, `suno/extend`,
 * `suno/upload-cover`, `suno/upload-extend`, `suno/add-vocals`, `suno/add-instrumental`, `suno/replace-section`,
 * `suno/mashup`, `suno/sounds`, `suno/lyrics`, `suno/wav`, `suno/stems`, `suno/midi`, `suno/mp4`, `suno/cover`. Payloads
 * are those of KIE's pages; all but `suno/cover` need `callbackUrl`.
 *
 * @example
 * ```ts
 * import { anyModel, createKieClient } from '@kie/client';
 * import { suno } from '@kie/client/suno';
 *
 * const kie = createKieClient({ apiKey: process.env['KIE_API_KEY'] ?? '', apis: [suno] });
 * const song = await kie.run(
 *   anyModel('suno/music'),
 *   { prompt: 'a calm morning', customMode: false, instrumental: true, model: 'V5' },
 *   { callbackUrl: 'https://example.com/kie' },
 * );
 * console.log(song.files.filter((each) => each.kind === 'audio'));
 * ```
 */
export const suno: ApiAdapter = createFlatAdapter(
  'suno',
  {
    'suno/music': music(''),
    'suno/extend': music('/extend'),
    'suno/upload-cover': music('/upload-cover'),
    'suno/upload-extend': music('/upload-extend'),
    'suno/add-vocals': music('/add-vocals'),
    'suno/add-instrumental': music('/add-instrumental'),
    'suno/replace-section': music('/replace-section'),
    'suno/mashup': music('/mashup'),
    'suno/sounds': music('/sounds'),
    'suno/lyrics': lyrics,
    'suno/wav': file('wav', wordState('successFlag'), (response) => ({
      files: filesIn(response, [['audioWavUrl', 'result']]),
    })),
    'suno/stems': stems,
    'suno/midi': midi,
    'suno/mp4': file('mp4', wordState('successFlag'), (response) => ({
      files: filesIn(response, [['videoUrl', 'result']]),
    })),
    // Here 2 means "running".
    'suno/cover': cover,
  },
  'suno/music',
);

import { expect } from 'vitest';
import type { Kit } from './row.ts';

/** Calls of one flat API: make a task, ask for its record. */
export function flatCalls(kit: Kit, create: string, record: string) {
  const make = async (body: object): Promise<string> => {
    const answer = await kit.post(`/api/v1${create}`, body);
    expect(answer).toMatchObject({
      code: 200,
      msg: 'success',
      data: { taskId: expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    return (answer.data as { taskId: string }).taskId;
  };
  const look = async (taskId: string): Promise<Record<string, unknown>> => {
    const answer = await kit.get(`/api/v1${record}?taskId=${taskId}`);
    expect(answer).toMatchObject({ code: 200, msg: 'success' });
    return answer.data as Record<string, unknown>;
  };
  return { make, look };
}

/** A picture, a sound and a video that the emulator itself has made. */
export async function media(kit: Kit) {
  const base64Data = Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1').toString('base64');
  const video = await kit.post('/api/file-base64-upload', {
    base64Data,
    uploadPath: 'in',
    fileName: 'a.mp4',
  });
  const sound = Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1').toString('base64');
  const audio = await kit.post('/api/file-base64-upload', {
    base64Data: sound,
    uploadPath: 'in',
    fileName: 'a.mp3',
  });
  const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').toString('base64');
  const image = await kit.post('/api/file-base64-upload', {
    base64Data: png,
    uploadPath: 'in',
    fileName: 'a.png',
  });
  const url = (answer: { data?: unknown }): string => (answer.data as { downloadUrl: string }).downloadUrl;
  return { video: url(video), audio: url(audio), image: url(image) };
}

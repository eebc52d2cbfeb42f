import { toast } from './dialogs.js';

/** The person that this page is; `?user=1002` is another one. */
export const userId = Number(new URLSearchParams(location.search).get('user') ?? 1001);

async function read(response) {
  const body = await response.json();
  if (!response.ok) {
    toast(body.error ?? `Error ${response.status}`);
    throw new Error(body.error);
  }
  return body;
}

export const get = async (path) => read(await fetch(path));

export const post = async (path, body) =>
  read(
    await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: userId, ...body }),
    }),
  );

/** Sends a file as this person. `kind` is photo, video, audio, voice or document. */
export async function upload(file, kind, { caption = '', group } = {}) {
  const query = new URLSearchParams({ user: String(userId), as: kind, name: file.name, caption });
  if (group !== undefined) query.set('group', group);
  const headers = { 'content-type': file.type === '' ? 'application/octet-stream' : file.type };
  return read(await fetch(`/sim/upload?${query}`, { method: 'POST', headers, body: file }));
}

export const fileUrl = (fileId) => `/sim/file/${encodeURIComponent(fileId)}`;

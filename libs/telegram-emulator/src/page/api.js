import { toast } from './dialogs.js';

const query = new URLSearchParams(location.search);

/** The person that this page is; `?user=1002` is another one. */
export const userId = Number(query.get('user') ?? 1001);

/** The group that this page shows; undefined in the private chat with the bot. */
export const groupId = query.has('chat') ? Number(query.get('chat')) : undefined;

/** Who looks at what, as every request says it. */
const place = {
  user: String(userId),
  ...(groupId === undefined ? {} : { chat: String(groupId) }),
  ...(query.has('bot') ? { bot: query.get('bot') } : {}),
};

/** A path of the control API for this person, chat and bot. */
export const pathOf = (path, more = {}) => `${path}?${new URLSearchParams({ ...place, ...more })}`;

async function read(response) {
  const body = await response.json();
  if (!response.ok) {
    toast(body.error ?? `Error ${response.status}`);
    throw new Error(body.error);
  }
  return body;
}

export const get = async (path, more) => read(await fetch(pathOf(path, more)));

export const post = async (path, body) =>
  read(
    await fetch(pathOf(path), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        user: userId,
        ...(groupId === undefined ? {} : { chat: groupId }),
        ...body,
      }),
    }),
  );

export const remove = async (path) => read(await fetch(pathOf(path), { method: 'DELETE' }));

/** Sends a file as this person. `kind` is photo, video, audio, voice or document. */
export async function upload(file, kind, { caption = '', group } = {}) {
  const path = pathOf('/sim/upload', {
    as: kind,
    name: file.name,
    caption,
    ...(group === undefined ? {} : { group }),
  });
  const headers = { 'content-type': file.type === '' ? 'application/octet-stream' : file.type };
  return read(await fetch(path, { method: 'POST', headers, body: file }));
}

export const fileUrl = (fileId) => pathOf(`/sim/file/${encodeURIComponent(fileId)}`);

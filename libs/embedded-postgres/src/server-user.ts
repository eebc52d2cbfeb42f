import { chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The identity the server runs under: empty means "as we are". */
export type ServerUser = { readonly uid: number; readonly gid: number } | Record<string, never>;

const NOBODY = 65534;

/** PostgreSQL refuses to run as root, so root lends it the user `nobody`; no account has to be made. */
export function serverUser(): ServerUser {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

/** Hands a folder to the server's user. */
export function giveTo(user: ServerUser, folder: string): void {
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
}

/** Whether the server's user may enter every folder on the way to `path`. */
export function isReachable(user: ServerUser, path: string): boolean {
  if (user.uid === undefined) return true;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid } = statSync(folder);
    if ((mode & 0o001) === 0 && !(uid === user.uid && (mode & 0o100) !== 0)) return false;
    if (folder === dirname(folder)) return true;
  }
}

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasFfprobe = spawnSync('ffprobe', ['-version']).status === 0;

/** What an independent decoder says of the file. */
export function probe(bytes: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'kie-emulator-'));
  try {
    const path = join(folder, 'file');
    writeFileSync(path, bytes);
    const entries = 'stream=codec_name,width,height,pix_fmt,nb_read_frames:format=duration';
    const args = ['-v', 'error', '-count_frames', '-show_entries', entries, '-of', 'default=nw=1', path];
    return execFileSync('ffprobe', args, { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

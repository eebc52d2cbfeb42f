import { badRequest } from '../errors.ts';
import type { MethodTable } from './method.ts';

const MAX_DOWNLOAD_BYTES = 20 << 20;
const LINK_LIFE_MS = 3_600_000;

/** From a file id to bytes. */
export const fileMethods: MethodTable = {
  getfile(core, params) {
    const record = core.state.files.get(params.text('file_id'));
    if (record === undefined) throw badRequest('invalid file_id');
    if (record.size > MAX_DOWNLOAD_BYTES) throw badRequest('file is too big');
    record.linkUntil = core.clock.now() + LINK_LIFE_MS;
    core.touch();
    return {
      file_id: record.fileId,
      file_unique_id: record.uniqueId,
      file_size: record.size,
      file_path: record.path,
    };
  },
};

// Takes a lock, says so, and hands it on when told; the benchmark kills and freezes this process. Arguments: contestant, address, name.
import { contestants } from './contestants.ts';

const [contestant = '', url = '', name = ''] = process.argv.slice(2);
const release = await contestants[contestant]!(url, name);
process.stdout.write('held\n');
process.stdin
  .once('data', () => void release().finally(() => process.exit()))
  .on('end', () => process.exit());
setInterval(() => {}, 60_000);

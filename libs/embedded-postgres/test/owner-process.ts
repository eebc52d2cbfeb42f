// A process that starts a server and then does nothing: the tests kill it. Argument: the data folder, or nothing.
import { startPostgres } from '../src/index.ts';

const dataDir = process.argv[2];
const server = await startPostgres(dataDir === undefined ? {} : { dataDir });
console.log(JSON.stringify({ url: server.url() }));
setInterval(() => {}, 60_000);

import { expect, test } from 'vitest';
import { clientOf, rejection } from './support/client.ts';
import { createFakeClock } from './support/fake-clock.ts';
import { closedPort, startServer } from './support/server.ts';

test('nobody there: tried three times, then connection_failed', async () => {
  const clock = createFakeClock();
  const url = await closedPort();
  const error = await rejection(clock.runUntil(clientOf(url, { clock }).download(`${url}/a.png`)));
  expect(error).toMatchObject({ code: 'connection_failed', category: 'network', retryable: true });
  expect(clock.sleeps.filter((ms) => ms < 1_500)).toHaveLength(2);
});

test('reset at every try: connection_lost', async () => {
  const clock = createFakeClock();
  const server = await startServer((response) => void response.socket?.resetAndDestroy());
  const kie = clientOf(server.url, { clock });
  expect(await rejection(clock.runUntil(kie.download(`${server.url}/a.png`)))).toMatchObject({
    code: 'connection_lost',
  });
  expect(server.seen).toHaveLength(3);
});

test('no answer in time: request_timeout, and the message says after how long', async () => {
  const server = await startServer(() => undefined);
  const kie = clientOf(server.url, { requestTimeoutMs: 60, retry: { attempts: 0 } });
  const error = await rejection(kie.download(`${server.url}/a.png`));
  expect(error).toMatchObject({
    code: 'request_timeout',
    message: 'The download did not start within 60 ms.',
  });
});

test('an abort before the answer, and one in a pause between two tries', async () => {
  const silent = await startServer(() => undefined);
  const first = new AbortController();
  const early = rejection(clientOf(silent.url).download(`${silent.url}/a.png`, { signal: first.signal }));
  await silent.received(1);
  first.abort();
  expect(await early).toMatchObject({ name: 'AbortError' });

  const clock = createFakeClock();
  const broken = await startServer((response) => void response.writeHead(503).end());
  const second = new AbortController();
  const pausing = rejection(
    clientOf(broken.url, { clock }).download(`${broken.url}/a.png`, { signal: second.signal }),
  );
  await clock.asleep(1_000);
  second.abort();
  expect(await pausing).toMatchObject({ name: 'AbortError' });
  expect(broken.seen).toHaveLength(1);
});

test('a redirect without end, and one to nowhere', async () => {
  const server = await startServer((response, seen) => {
    response.writeHead(302, { location: seen.path === '/loop' ? '/loop' : 'https://' }).end();
  });
  const kie = clientOf(server.url, { retry: { attempts: 0 } });
  for (const path of ['/loop', '/nowhere']) {
    const error = await rejection(kie.download(server.url + path));
    expect(error).toMatchObject({ code: 'redirect_refused', retryable: false });
  }
});

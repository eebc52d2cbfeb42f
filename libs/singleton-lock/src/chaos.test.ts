import { testDatabase } from '@kie/embedded-postgres/vitest';
import { expect, onTestFinished, test } from 'vitest';
import { runFaults } from '../test/chaos/fault-run.ts';
import { proxyNetwork } from '../test/chaos/network.ts';

// A slice of the suite that `nx run singleton-lock:chaos` runs whole. The naive and the lease design are the negative controls.
test('three processes, three designs, the same faults: nobody acts after a successor in strict, no fenced write is stale', async () => {
  const url = await testDatabase();
  const network = await proxyNetwork(url, 3);
  onTestFinished(network.stop);
  const faults = [
    ['cut+terminate', 'naive'],
    ['stop', 'strict'],
    ['terminate', 'lease'],
    ['release', 'strict'],
    ['cut+terminate', 'strict'],
    ['kill', 'strict'],
  ] as const;
  const outcomes = await runFaults({ url, network, firstLine: 0, seed: 11, faults, longestMs: 1600 });
  const [naive, lease, strict] = outcomes;
  expect(strict).toMatchObject({ late: 0, fencedStale: 0 });
  expect(strict!.terms).toBeGreaterThanOrEqual(3);
  expect(lease).toMatchObject({ fencedStale: 0 });
  expect(lease!.worstOverlapMs).toBeLessThanOrEqual(750);
  expect(naive).toMatchObject({ fencedStale: 0 });
  expect(naive!.late).toBeGreaterThan(0);
});

import { expect, test } from 'vitest';
import { createLease } from './lease.ts';
import { profileOf, profiles, trustMsOf } from './profiles.ts';

test('the trust counts from the sending, and ends exactly at its end', () => {
  let clock = 100;
  const lease = createLease(750, () => clock, 90);
  expect(lease.remainingMs()).toBe(740);
  clock = 839;
  expect(lease.remainingMs()).toBe(1);
  clock = 840;
  expect(lease.remainingMs()).toBe(0);
});

test('answers prolong it, late answers to early statements do not shorten it', () => {
  let clock = 0;
  const lease = createLease(750, () => clock, 0);
  lease.confirm(500);
  lease.confirm(250);
  clock = 1249;
  expect(lease.remainingMs()).toBe(1);
});

test('profiles: the times must work together', () => {
  expect(profileOf()).toBe(profiles.default);
  expect(profileOf('fast')).toBe(profiles.fast);
  expect(trustMsOf(profiles.default)).toBe(2250);
  const good = { leaseMs: 1000, marginMs: 250, pollMs: 250 };
  expect(profileOf(good)).toEqual(good);
  const bad = [
    { leaseMs: 999 },
    { leaseMs: 1000.5 },
    { marginMs: 0 },
    { marginMs: 500 },
    { pollMs: 0 },
    { pollMs: 500 },
  ];
  for (const change of bad) expect(() => profileOf({ ...good, ...change })).toThrow(RangeError);
});

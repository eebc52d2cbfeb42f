import { createHash, randomBytes } from 'node:crypto';

/** Where ids and dice come from: real chance, or the same row of numbers each time when there is a seed. */
export interface Chance {
  /** 32 hexadecimal digits, the form of KIE's task ids. */
  id(): string;
  /** 0 <= n < 1 */
  number(): number;
  /** How many values were drawn; stored, so that a restart does not repeat an id. */
  readonly drawn: number;
}

export function createChance(seed?: string | number, drawn = 0): Chance {
  let count = drawn;
  const next = (): Buffer => {
    count++;
    return seed === undefined ? randomBytes(16) : createHash('md5').update(`${seed}:${count}`).digest();
  };
  return {
    id: () => next().toString('hex'),
    number: () => next().readUInt32BE(0) / 2 ** 32,
    get drawn() {
      return count;
    },
  };
}

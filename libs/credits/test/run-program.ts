import { createHash } from 'node:crypto';
import type { Queryable } from '@kie/database';
import { balance, capture, CreditsError, grant, hold, refund, release, topUp } from '../src/index.ts';
import { createModel, type Command } from './model.ts';

/**
 * Runs a program against ledger and model, and returns the first difference. `name` keeps the generations and keys of one program
 * apart from those of others; `firstUser` names the first of its three users.
 */
export async function compareProgram(
  db: Queryable,
  name: string,
  firstUser: number,
  program: readonly Command[],
): Promise<string | undefined> {
  const model = createModel();
  for (const [index, command] of program.entries()) {
    const expected = JSON.stringify(model.run(command));
    const got = JSON.stringify(await runCommand(db, name, firstUser, command));
    if (got !== expected)
      return `${name}, command ${index} ${JSON.stringify(command)}: ${got}, not ${expected}`;
  }
  for (const user of [1, 2, 3]) {
    const expected = JSON.stringify(model.balance(user));
    const got = JSON.stringify(await balance(db, firstUser + user - 1));
    if (got !== expected) return `${name}, balance of user ${user}: ${got}, not ${expected}`;
  }
  return undefined;
}

async function runCommand(
  db: Queryable,
  name: string,
  firstUser: number,
  command: Command,
): Promise<unknown> {
  try {
    return await call(db, name, firstUser, command);
  } catch (error) {
    if (error instanceof CreditsError) return error.code;
    throw error;
  }
}

async function call(db: Queryable, name: string, firstUser: number, command: Command): Promise<unknown> {
  const userId = 'user' in command ? firstUser + command.user - 1 : 0;
  const generationId = 'generation' in command ? uuidOf(`${name}/${command.generation}`) : '';
  if (command.do === 'grant') {
    const { granted } = await grant(db, {
      userId,
      amount: command.amount,
      key: `grant-${name}-${command.key}`,
    });
    return granted;
  }
  if (command.do === 'topUp') {
    const { toppedUp } = await topUp(db, {
      userId,
      amount: command.amount,
      paymentId: `${name}-${command.key}`,
    });
    return toppedUp;
  }
  if (command.do === 'hold') return hold(db, { userId, generationId, amount: command.amount });
  if (command.do === 'capture') return capture(db, { generationId, amount: command.amount });
  if (command.do === 'release') return release(db, { generationId });
  return refund(db, { generationId, amount: command.amount });
}

/** A uuid that is always the same for a name. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

import { randomUUID } from 'node:crypto';
import { migratedDatabase, type TestDatabase } from '@kie/database/testing';
import { grant, openAccount } from '../src/index.ts';

/** A fresh database with users 1…n, each with the given credits. */
export async function ledgerWith(amounts: readonly number[], max = 10): Promise<TestDatabase> {
  const database = await migratedDatabase({ max });
  for (const [index, amount] of amounts.entries()) {
    const userId = index + 1;
    await database.db
      .insertInto('users')
      .values({ id: userId, first_name: `User ${userId}` })
      .execute();
    await openAccount(database.db, userId);
    if (amount > 0) await grant(database.db, { userId, amount, key: `grant-welcome-${userId}` });
  }
  return database;
}

/** The id of a generation that exists only in the ledger. */
export const newGeneration = (): string => randomUUID();

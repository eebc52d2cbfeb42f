import { grant, openAccount } from '@kie/credits';
import type { Queryable, User } from '@kie/database';
import type { ScreensPolicy } from './screen.ts';
import { languageOf } from './texts/index.ts';

/** Who an update is from, as Telegram tells it. */
export interface Sender {
  readonly id: number;
  readonly first_name: string;
  readonly username?: string | undefined;
  readonly language_code?: string | undefined;
}

/** The person's row, made at the first contact together with the account and the welcome credits. */
export async function meet(db: Queryable, sender: Sender, policy: ScreensPolicy): Promise<User> {
  const seen = { first_name: sender.first_name, username: sender.username ?? null };
  const user = await db
    .insertInto('users')
    .values({ id: sender.id, ...seen, language: languageOf(sender.language_code) })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ ...seen, reachable: true, seen_at: new Date() }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  await openAccount(db, user.id);
  if (policy.welcomeCredits > 0) {
    // The key is the promise: once a person, however often they come.
    await grant(db, {
      userId: user.id,
      amount: policy.welcomeCredits,
      key: `grant-welcome-${user.id}`,
      note: 'welcome',
    });
  }
  return user;
}

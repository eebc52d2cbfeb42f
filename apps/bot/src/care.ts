import { deleteExpired, formatReconciliation, reconcile } from '@kie/generations';
import { systemClock } from '@kie/service-kit';
import type { Services } from './services.ts';

const everyMs = 15 * 60_000;
const firstMs = 60_000;

/**
 * The rounds of a night watch: compares the books with themselves and with KIE's balance, says what does not add up,
 * and deletes files that are past their time. Several workers may do it; looking twice harms nobody.
 */
export async function takeCare(services: Services, signal: AbortSignal): Promise<void> {
  const { config, client, database, store } = services;
  const logger = services.logger.child({ part: 'care' });
  for (let waitMs = firstMs; !signal.aborted; waitMs = everyMs) {
    try {
      await systemClock.sleep(waitMs, signal);
      const found = await reconcile(database.db, { kieBalance: () => client.getCredits({ signal }) });
      const report = formatReconciliation(found);
      if (found.problems.length > 0) logger.error({ problems: found.problems.length }, report);
      else logger.info(report);
      const deleted = await deleteExpired(database.db, store, { outputDays: config.KEEP_RESULTS_DAYS });
      if (deleted.outputs + deleted.inputs > 0) logger.info(deleted, 'old files deleted');
    } catch (error) {
      if (!signal.aborted) logger.warn({ err: error }, 'the rounds were cut short');
    }
  }
}

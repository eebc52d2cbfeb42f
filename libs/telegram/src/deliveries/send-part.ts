import type { Delivery, GenerationFile, Queryable } from '@kie/database';
import { backoffMs, type Logger } from '@kie/service-kit';
import { refusal, TelegramApiError } from '../api/error.ts';
import type { TelegramApi } from '../api/telegram-api.ts';
import { markUnreachable } from '../unreachable.ts';
import { moreModest } from './manner.ts';
import { maxUploadBytes, outgoingOf, type Caption, type Manner, type OpenFile } from './outgoing.ts';
import { receiptOf, type Receipt } from './receipt.ts';
import { filesOf, giveUp, giveUpOnPerson, markSent, moveChat, tryLater } from './rows.ts';

/** Caption and buttons for one part, drawn when it is sent. */
export type Compose = (
  generationId: string,
  part: number,
  files: readonly GenerationFile[],
) => Promise<Caption>;

export interface PartSender {
  readonly db: Queryable;
  readonly api: TelegramApi;
  readonly openFile: OpenFile;
  readonly compose: Compose;
  readonly logger: Logger;
  readonly maxAttempts: number;
  readonly random: () => number;
}

class TooLargeError extends Error {}

/** Sends a claimed part and writes down what is known afterwards. */
export async function sendPart(sender: PartSender, row: Delivery): Promise<void> {
  const { db, logger } = sender;
  let receipt: Receipt;
  try {
    receipt = await send(sender, row);
  } catch (error) {
    await settleFailure(sender, row, error);
    return;
  }
  await markSent(db, row, receipt);
  logger.info({ generationId: row.generation_id, part: row.part }, '✅ result delivered');
}

async function send({ db, api, openFile, compose }: PartSender, row: Delivery): Promise<Receipt> {
  const files = await filesOf(db, row);
  const known = row.file_ids;
  const complete = known !== null && files.every(({ n }) => known[String(n)] !== undefined);
  if (!complete && files.reduce((sum, file) => sum + file.bytes, 0) > maxUploadBytes)
    throw new TooLargeError();
  const caption = await compose(row.generation_id, row.part, files);
  let manner: Manner = { fileIds: complete ? known : undefined, asDocument: false, plainCaption: false };
  for (;;) {
    const { method, params } = await outgoingOf(row.chat_id, files, caption, manner, openFile);
    try {
      // The row waits out a 429 by its next_try_at, so that no sender sleeps with a claim in hand.
      return receiptOf(await api.call(method, params, { maxWaitMs: 0 }), files);
    } catch (error) {
      const next = moreModest(manner, refusal(error));
      if (next === undefined) throw error;
      manner = next;
    }
  }
}

async function settleFailure(sender: PartSender, row: Delivery, error: unknown): Promise<void> {
  const { db, logger, maxAttempts, random } = sender;
  const about = { err: error, generationId: row.generation_id, part: row.part, attempts: row.attempts };
  const waitMs = backoffMs(row.attempts, { baseMs: 2000, maxMs: 300_000, random });

  if (error instanceof TooLargeError || (error instanceof TelegramApiError && error.code === 413)) {
    await giveUp(db, row, 'failed', 'too_large');
    logger.warn({ ...about, err: undefined }, 'a result is larger than a bot may send');
  } else if (!(error instanceof TelegramApiError)) {
    // Before the request: a file that cannot be read, a caption that cannot be drawn.
    const name = error instanceof Error ? error.name : 'error';
    if (row.attempts >= maxAttempts) await giveUp(db, row, 'failed', name);
    else await tryLater(db, row, waitMs, name);
    logger.error(about, 'a result could not be prepared for sending');
  } else if (error.outcome === 'unknown') {
    await giveUp(db, row, 'unknown', error.message);
    logger.warn(about, 'nobody knows whether a result arrived; it is not sent again by itself');
  } else if (error.outcome === 'not_sent') {
    await tryLater(db, row, waitMs, error.message);
    logger.warn(about, 'Telegram cannot be reached, a result waits');
  } else if (error.migrateToChatId !== undefined) {
    await moveChat(db, row.chat_id, error.migrateToChatId);
    await tryLater(db, row, 0, error.message);
  } else if (error.unreachable) {
    await giveUpOnPerson(db, row.generation_id, error.message);
    await markUnreachable(db, row.chat_id);
    logger.info(about, 'the person cannot be reached, the result stays in the store');
  } else if (error.retryAfter !== undefined) {
    await tryLater(db, row, error.retryAfter * 1000 + Math.round(random() * 500), error.message);
  } else if (row.attempts >= maxAttempts) {
    await giveUp(db, row, 'failed', error.message);
    logger.error(about, 'Telegram refused a result too often');
  } else {
    await tryLater(db, row, waitMs, error.message);
    logger.error(about, 'Telegram refused a result, trying again');
  }
}

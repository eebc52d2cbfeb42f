/**
 * What is known of a call that did not succeed. `refused`: Telegram said no, nothing happened. `not_sent`: no connection
 * came about. `unknown`: the request may have been carried out.
 */
export type CallOutcome = 'refused' | 'not_sent' | 'unknown';

export interface TelegramApiErrorDetails {
  readonly method: string;
  readonly code: number;
  readonly description: string;
  readonly outcome: CallOutcome;
  readonly retryAfter?: number | undefined;
  readonly migrateToChatId?: number | undefined;
}

/** A Bot API call failed. Never holds the token, nor what was sent. */
export class TelegramApiError extends Error {
  readonly method: string;
  /** Telegram's `error_code`; 0 when there was no answer. */
  readonly code: number;
  /** Telegram's own words, or what went wrong on the way. */
  readonly description: string;
  readonly outcome: CallOutcome;
  /** Seconds to wait, with code 429. */
  readonly retryAfter: number | undefined;
  /** The group became a supergroup with this id. */
  readonly migrateToChatId: number | undefined;
  /** The person blocked the bot, is gone, or the chat does not exist (any more): no message can reach it. */
  readonly unreachable: boolean;

  constructor(details: TelegramApiErrorDetails) {
    const { method, code, description, outcome, retryAfter, migrateToChatId } = details;
    super(`${method}: ${code === 0 ? '' : `${code} `}${description}`);
    this.name = 'TelegramApiError';
    this.method = method;
    this.code = code;
    this.description = description;
    this.outcome = outcome;
    this.retryAfter = retryAfter;
    this.migrateToChatId = migrateToChatId;
    this.unreachable =
      code === 403 || (code === 400 && /chat not found|user is deactivated/i.test(description));
  }

  /** The same error in other words. */
  withDescription(description: string): TelegramApiError {
    const { method, code, outcome, retryAfter, migrateToChatId } = this;
    return new TelegramApiError({ method, code, description, outcome, retryAfter, migrateToChatId });
  }
}

/** The description of a refusal, '' for everything else. */
export function refusal(error: unknown): string {
  return error instanceof TelegramApiError && error.outcome === 'refused' ? error.description : '';
}

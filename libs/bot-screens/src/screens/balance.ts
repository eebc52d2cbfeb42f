import { balance as balanceOf, statement } from '@kie/credits';
import { escapeHtml } from '@kie/telegram';
import type { Screen } from '../screen.ts';
import { homeRow } from './keyboard.ts';

const linesShown = 10;

/** What the person has, what is reserved, and the last operations in words. */
export const balance: Screen = async (context) => {
  const { texts } = context;
  const { available, held } = await balanceOf(context.db, context.user.id);
  const operations = await statement(context.db, context.user.id, { limit: linesShown });
  const lines = operations.map((line) => {
    const kind =
      line.note === 'welcome' ? texts.balance.welcome : (texts.balance.kinds[line.kind] ?? line.kind);
    const sign = line.amount > 0 ? '+' : '';
    const day = new Intl.DateTimeFormat(context.language, { day: 'numeric', month: 'short' }).format(line.at);
    return `<code>${escapeHtml(`${sign}${line.amount}`.padStart(5))}</code>  ${escapeHtml(kind)} · ${escapeHtml(day)}`;
  });
  return {
    text: [
      texts.balance.title,
      `<b>${texts.credits(available)}</b>`,
      ...(held > 0 ? [texts.balance.reserved(held)] : []),
      '',
      ...(lines.length > 0 ? lines : [texts.balance.empty]),
    ].join('\n'),
    keyboard: [homeRow(context)],
  };
};

/** Too little to pay for the card. */
export const noFunds: Screen = async (context, params) => {
  const { available } = await balanceOf(context.db, context.user.id);
  return { text: context.texts.noFunds(Number(params.price), available), keyboard: [homeRow(context)] };
};

import { balance as balanceOf, statement } from '@kie/credits';
import { escapeHtml } from '@kie/telegram';
import type { Screen } from '../screen.ts';
import { homeRow } from './keyboard.ts';

const linesShown = 10;

/** What the person has, what is reserved, and the last operations in words. */
export const balance: Screen = async (context) => {
  const { texts } = context;
  const { available, held } = await balanceOf(context.db, context.user.id);
  const operations = await statement(context.db, context.user.id, { limit: linesShown * 2 });
  // What was reserved and is settled by now is told by its end alone: two lines would read like two charges.
  const settled = new Set(
    operations.filter(({ kind }) => kind === 'spent' || kind === 'returned').map((line) => line.generationId),
  );
  const shown = operations.filter((line) => line.kind !== 'reserved' || !settled.has(line.generationId));
  const lines = shown.slice(0, linesShown).map((line) => {
    const kind = line.note === 'welcome' ? texts.balance.welcome : texts.balance.sources[line.source];
    const change = { granted: line.available, reserved: line.available, spent: -line.spent, returned: 0 }[
      line.kind
    ];
    const day = new Intl.DateTimeFormat(context.language, { day: 'numeric', month: 'short' }).format(line.at);
    const amount = `${change > 0 ? '+' : ''}${change}`.padStart(5);
    return `<code>${escapeHtml(amount)}</code>  ${escapeHtml(kind)} · ${escapeHtml(day)}`;
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

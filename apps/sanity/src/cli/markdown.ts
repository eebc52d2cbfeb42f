import type { SanityReport } from '../run-sanity.ts';

/** A cell of a Markdown table: its own bars and line breaks would end it. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');

/** The report as a Markdown table, for a pull request or a job summary. */
export function formatMarkdown({ rows }: SanityReport): string {
  const lines = rows.map((row) => {
    const state = row.status === 'absent' ? 'none' : row.status;
    const cells = [
      row.type,
      row.model ?? '',
      state,
      row.seconds?.toFixed(1) ?? '',
      row.credits ?? '',
      row.note,
    ];
    return `| ${cells.map((one) => cell(String(one))).join(' | ')} |`;
  });
  return [
    '| type | model | state | seconds | credits | result or reason |',
    '|---|---|---|--:|--:|---|',
    ...lines,
  ].join('\n');
}

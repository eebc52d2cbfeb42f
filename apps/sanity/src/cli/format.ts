import Table from 'cli-table3';
import type { Row, RowStatus } from '../run/row.ts';
import type { SanityReport } from '../run-sanity.ts';

/** Escape codes only where they are wanted: on a terminal, and not with NO_COLOR (https://no-color.org). */
export interface Look {
  readonly color: boolean;
  /** Width of the terminal, or of the widest line that is fine in a log. */
  readonly columns: number;
}

const colors: Readonly<Record<RowStatus, number>> = {
  ok: 32,
  failed: 31,
  skipped: 33,
  absent: 90,
  interrupted: 35,
};

function painted(status: RowStatus, { color }: Look): string {
  const word = status === 'absent' ? 'none' : status;
  return color ? `\u001B[${colors[status]}m${word}\u001B[39m` : word;
}

const seconds = (row: Row): string => (row.seconds === undefined ? '' : row.seconds.toFixed(1));
const credits = (row: Row): string => (row.credits === undefined ? '' : String(row.credits));

/** The closing table. */
export function formatTable(report: SanityReport, look: Look): string {
  const head = ['type', 'model', 'state', 'seconds', 'credits', 'result or reason'];
  const cells = report.rows.map((row) => [row.type, row.model ?? '', row.status, seconds(row), credits(row)]);
  // The last column takes what the others leave; each column has two blanks and a line beside its text.
  const used = head.slice(0, 5).reduce((sum, title, index) => {
    return sum + 3 + Math.max(title.length, ...cells.map((cell) => cell[index]?.length ?? 0));
  }, 2);
  const width = Math.max(24, look.columns - used);
  const table = new Table({
    head,
    style: { head: look.color ? ['bold'] : [], border: look.color ? ['grey'] : [], compact: true },
    colAligns: ['left', 'left', 'left', 'right', 'right', 'left'],
    colWidths: [null, null, null, null, null, width],
    wordWrap: true,
  });
  for (const row of report.rows) {
    table.push([row.type, row.model ?? '', painted(row.status, look), seconds(row), credits(row), row.note]);
  }
  return table.toString();
}

/** One line for a model that has ended, for logs. */
export function formatRow(row: Row, look: Look): string {
  const took = row.seconds === undefined ? '' : ` ${seconds(row)} s`;
  return `${painted(row.status, look)} ${row.model ?? row.type}${took} ${row.note}`;
}

/** `31 ok, 1 failed; 123.4 credits (simulated)`. */
export function formatSum(report: SanityReport): string {
  const counts = new Map<RowStatus, number>();
  for (const row of report.rows) counts.set(row.status, (counts.get(row.status) ?? 0) + 1);
  const words = [...counts].map(
    ([status, count]) => `${count} ${status === 'absent' ? 'without an active model' : status}`,
  );
  const kind = { emulator: ' (simulated)', live: '', 'dry-run': ' (estimate)' }[report.mode];
  return `${words.join(', ')}; ${report.credits} credits${kind}`;
}

import type { Row } from '../run/row.ts';
import type { SanityReport } from '../run-sanity.ts';

/** Whether XML 1.0 can carry the character; control characters other than tab and line breaks it cannot. */
function isCarried(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return (
    (code >= 0x20 && code !== 0xfffe && code !== 0xffff) || code === 0x09 || code === 0x0a || code === 0x0d
  );
}

/** Text inside XML. */
function escaped(text: string): string {
  return Array.from(text)
    .filter(isCarried)
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}

function outcome(row: Row): string {
  const message = `message="${escaped(row.note)}"`;
  if (row.status === 'ok') return '';
  if (row.status === 'failed') return `<failure ${message}/>`;
  return row.status === 'interrupted' ? `<error ${message}/>` : `<skipped ${message}/>`;
}

/** The report as JUnit XML, one test case for each model, for CI servers that show such files. */
export function formatJunit({ rows, mode }: SanityReport): string {
  const count = (...states: Row['status'][]): number =>
    rows.filter((row) => states.includes(row.status)).length;
  const time = rows.reduce((sum, row) => sum + (row.seconds ?? 0), 0);
  const cases = rows.map((row) => {
    const head = `    <testcase classname="${escaped(row.type)}" name="${escaped(row.model ?? row.type)}" time="${row.seconds ?? 0}"`;
    const body = outcome(row);
    return body === '' ? `${head}/>` : `${head}>${body}</testcase>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="kie-sanity (${mode})" tests="${rows.length}" failures="${count('failed')}" errors="${count('interrupted')}" skipped="${count('skipped', 'absent')}" time="${time.toFixed(1)}">
${cases.join('\n')}
  </testsuite>
</testsuites>
`;
}

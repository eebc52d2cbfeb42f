// Writes FIDELITY.md from the last test run: `npx vitest run && node tools/fidelity.ts`, in this folder.
import { readFileSync, writeFileSync } from 'node:fs';

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly title: string;
      readonly ancestorTitles: readonly string[];
    }[];
  }[];
}

const home = new URL('../', import.meta.url);
const report = JSON.parse(readFileSync(new URL('test-results/vitest.json', home), 'utf8')) as Report;
const marks = { seen: 'seen', docs: 'docs', users: 'users' } as const;
const sections: string[] = [];
let count = 0;

for (const { name, assertionResults } of report.testResults.toSorted((a, b) =>
  a.name.localeCompare(b.name),
)) {
  const found = assertionResults.flatMap(({ title, ancestorTitles }) => {
    const parts = /^(.*) \((seen|docs|users): (.*)\)$/s.exec(title);
    if (parts === null) return [];
    const [, says = '', mark = 'docs', source = ''] = parts;
    return [`| ${ancestorTitles.join(', ')} | ${cell(says)} | ${marks[mark as 'docs']} | ${cell(source)} |`];
  });
  if (found.length === 0) continue;
  count += found.length;
  const file = name.split('/').at(-1);
  sections.push(`## test/${file}\n\n| | KIE | | Source |\n|---|---|---|---|\n${found.join('\n')}\n`);
}

writeFileSync(
  new URL('FIDELITY.md', home),
  `# What is known of the real KIE, and tested here

Made by \`node tools/fidelity.ts\` from the titles of the tests; ${count} statements. \`seen\`: in recorded traffic or a production
log. \`docs\`: the documentation says so. \`users\`: reported by users or read in their code. Where sources disagree the
recording counts. What differs on purpose stands in the README.

${sections.join('\n')}`,
);

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

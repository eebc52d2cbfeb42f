// Writes .env.example from the table of variables; a test of the bot compares the two.
import { writeFileSync } from 'node:fs';
import { definition } from '../apps/bot/src/config/definition.ts';
import { renderEnvExample } from '@kie/service-kit';
import { root } from './run.ts';

writeFileSync(
  `${root}.env.example`,
  `# Copy to .env and fill in what stands open; the rest has defaults. Checked at start: npm run start:bot -- --check-config\n\n${renderEnvExample(definition)}`,
);

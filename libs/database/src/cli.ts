import { fileURLToPath } from 'node:url';
import { runMigrationCommand } from './migration-command.ts';
import { newMigration } from './new-migration.ts';

const [command, name = ''] = process.argv.slice(2);
const folder = process.env['MIGRATIONS_FOLDER'] ?? fileURLToPath(new URL('migrations', import.meta.url));

if (command === 'new') {
  try {
    const { file, importLine } = await newMigration(folder, name);
    console.log(`${file} is written. Put this into index.ts, and the constant into its list:\n${importLine}`);
  } catch (error) {
    console.log((error as Error).message);
    process.exitCode = 2;
  }
} else {
  process.exitCode = await runMigrationCommand(process.argv.slice(2), process.env['DATABASE_URL'], (line) =>
    console.log(line),
  );
}

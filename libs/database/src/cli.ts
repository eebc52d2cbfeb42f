import { runMigrationCommand } from './migration-command.ts';

process.exitCode = await runMigrationCommand(process.argv.slice(2), process.env['DATABASE_URL'], (line) =>
  console.log(line),
);

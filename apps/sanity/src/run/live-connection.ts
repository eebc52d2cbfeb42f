import { UsageError } from '../usage-error.ts';
import type { CliWorld } from '../cli/world.ts';
import type { Connection } from './connection.ts';

/** The connection to KIE that the environment tells of. */
export function liveConnection({ env, pollMs }: CliWorld, what: string): Connection {
  const apiKey = env['KIE_API_KEY'];
  if (apiKey === undefined || apiKey === '') {
    throw new UsageError(
      `${what} needs KIE_API_KEY. Get a key at https://kie.ai/api-key${what === '--live' ? ', or leave --live out to simulate' : ''}.`,
    );
  }
  const baseUrl = env['KIE_BASE_URL'];
  const uploadBaseUrl = env['KIE_UPLOAD_BASE_URL'];
  return {
    apiKey,
    ...(baseUrl && { baseUrl }),
    ...(uploadBaseUrl && { uploadBaseUrl }),
    ...(pollMs !== undefined && { pollMs }),
  };
}

/** Asks before money is spent: `--yes`, or a person at the terminal. */
export async function agree(yes: boolean | undefined, world: CliWorld): Promise<void> {
  if (yes === true) return;
  if (world.confirm === undefined) throw new UsageError('Add --yes to spend that. Nothing was sent.');
  if (!(await world.confirm('Spend that? [y/N] '))) throw new UsageError('Nothing was sent.');
}

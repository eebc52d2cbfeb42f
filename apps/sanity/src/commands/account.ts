import { createKieClient, isKieError, type KieClient } from '@kie/client';
import { exitCodes } from '../cli/exit-codes.ts';
import type { Invocation, JsonOption } from '../cli/options.ts';
import type { CliWorld } from '../cli/world.ts';
import { liveConnection } from '../run/live-connection.ts';

/** Asks KIE something that is free; what goes wrong there is an answer, not a crash. */
async function ask(
  what: string,
  world: CliWorld,
  question: (client: KieClient) => Promise<number>,
): Promise<number> {
  const { pollMs: _, ...connection } = liveConnection(world, what);
  try {
    return await question(createKieClient(connection));
  } catch (error) {
    if (!isKieError(error)) throw error;
    world.err(`${error.message}\n`);
    return error.category === 'aborted' ? exitCodes.interrupted : exitCodes.failed;
  }
}

/** `kie-sanity status TASK`: what has become of a task. */
export async function status(
  { task: taskId, options }: Extract<Invocation, { command: 'status' }>,
  world: CliWorld,
): Promise<number> {
  return ask('status', world, async (client) => {
    const ref = { taskId, api: options.api, model: '' };
    const task = await client.getTaskStatus(options.api === 'jobs' ? taskId : ref, { signal: world.signal });
    if (options.json === true) world.out(`${JSON.stringify(task, undefined, 2)}\n`);
    else if (task.status === 'running') world.out(`running (${task.rawState})\n`);
    else if (task.status === 'failed') world.out(`failed: ${task.failure.message}\n`);
    else {
      const cost = task.creditsConsumed === undefined ? '' : `, ${task.creditsConsumed} credits`;
      world.out(
        `succeeded${cost}\n${task.files.map((file) => `${file.role} ${file.kind} ${file.url}\n`).join('')}`,
      );
      if (task.text !== undefined) world.out(`${task.text}\n`);
    }
    return task.status === 'failed' ? exitCodes.failed : exitCodes.ok;
  });
}

/** `kie-sanity credits`: the balance. */
export async function credits(options: JsonOption, world: CliWorld): Promise<number> {
  return ask('credits', world, async (client) => {
    const balance = await client.getCredits({ signal: world.signal });
    world.out(options.json === true ? `${JSON.stringify({ credits: balance })}\n` : `${balance} credits\n`);
    return exitCodes.ok;
  });
}

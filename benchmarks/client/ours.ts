// The packed client, installed outside the workspace by run.ts; children find it by KIE_CLIENT.
import { pathToFileURL } from 'node:url';

export interface Waitable {
  readonly signal?: AbortSignal;
  readonly pollMs?: number;
  readonly expectedMs?: number;
}
/** As much of the package as the measurements use; the workspace's types are not visible from here. */
export interface Ours {
  createKieClient(options: object): {
    createTask(model: string, payload: object, options?: object): Promise<{ taskId: string }>;
    getTaskStatus(id: string): Promise<{ status: string }>;
    waitTask(id: string, options?: Waitable): Promise<{ status: string }>;
    getCredits(): Promise<number>;
  };
}

export async function ours(): Promise<Ours> {
  const path = process.env['KIE_CLIENT'];
  if (path === undefined) throw new Error('KIE_CLIENT is not set: start this by run.ts');
  return (await import(pathToFileURL(path).href)) as Ours;
}

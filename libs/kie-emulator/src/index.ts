export type { CreateLimit } from './accounts.ts';
export type { Clock } from './clock.ts';
export type { Fault, FaultAction, FaultName, FaultPoint, Faults, FaultSpec } from './faults.ts';
export type { Call } from './journal.ts';
export type { KieEmulatorOptions } from './options.ts';
export { startKieEmulator } from './start.ts';
export type { KieEmulator, TaskView } from './start.ts';
export { magicWords } from './tasks/magic.ts';
export type { TaskState } from './tasks/task.ts';

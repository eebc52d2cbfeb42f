export { exitCodes } from './cli/exit-codes.ts';
export { formatSum, formatTable, type Look } from './cli/format.ts';
export { runCli, type CliWorld } from './cli/run-cli.ts';
export { createSampleMedia } from './media/sample-media.ts';
export { makePlan, type PlanItem } from './plan/plan.ts';
export { UsageError, type Selection } from './plan/selection.ts';
export { runSanity, type SanityOptions, type SanityReport } from './run-sanity.ts';
export type { Connection } from './run/connection.ts';
export type { Row, RowStatus } from './run/row.ts';

import type { Look } from './format.ts';

/** What the command line needs of its surroundings. */
export interface CliWorld {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard output: the report. */
  readonly out: (text: string) => void;
  /** Standard error: everything that happens on the way. */
  readonly err: (text: string) => void;
  readonly look: Look;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Standard error is a terminal: progress is drawn in place instead of line by line. */
  readonly live?: { readonly columns: number; readonly rows: number; readonly color: boolean };
  /** Asks a person a yes-or-no question; absent where nobody can answer. */
  readonly confirm?: (question: string) => Promise<boolean>;
  /** The whole of standard input; absent where there is none. */
  readonly stdin?: () => Promise<string>;
  /** Pause between two looks at a task of `--live`, in ms. Default 3 000. */
  readonly pollMs?: number;
}

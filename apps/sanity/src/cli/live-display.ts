import type { Row } from '../run/row.ts';
import { formatRow } from './format.ts';

/** Where progress is drawn. */
export interface LiveDisplayOptions {
  readonly write: (text: string) => void;
  readonly columns: number;
  readonly rows: number;
  readonly color: boolean;
  readonly now?: () => number;
  /** Time between two drawings, in ms. Default 120. */
  readonly everyMs?: number;
}

/** Progress drawn in place: a line for each model that runs, the totals below. */
export interface LiveDisplay {
  start(total: number): void;
  /** What a model is doing now. */
  state(model: string, state: string): void;
  /** A model is done: its line scrolls up and stays. */
  end(row: Row): void;
  /** Clears what is drawn in place and stops drawing. */
  stop(): void;
}

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const CLEAR_BELOW = '\u001B[0J';
const up = (lines: number): string => (lines === 0 ? '' : `\u001B[${lines}A\r`);

/** Makes a display for a terminal. Nothing is drawn before `start`, and a stopped one draws no more. */
export function createLiveDisplay(options: LiveDisplayOptions): LiveDisplay {
  const { write, columns, rows, color, now = Date.now, everyMs = 120 } = options;
  const running = new Map<string, { readonly since: number; state: string }>();
  let [total, done, failed, credits, drawn, frame] = [0, 0, 0, 0, 0, 0];
  let began = 0;
  let timer: NodeJS.Timeout | undefined;

  const seconds = (since: number): string => `${((now() - since) / 1000).toFixed(1)} s`;
  const fit = (line: string): string => (line.length < columns ? line : `${line.slice(0, columns - 2)}…`);

  function lines(): string[] {
    const spinner = FRAMES[frame % FRAMES.length] ?? '';
    // Lines beyond the height of the terminal cannot be taken back.
    const room = Math.max(1, rows - 3);
    const shown = [...running].slice(0, room);
    const hidden = running.size - shown.length;
    return [
      ...shown.map(([model, { since, state }]) => fit(`${spinner} ${model}  ${state}  ${seconds(since)}`)),
      ...(hidden > 0 ? [`  and ${hidden} more`] : []),
      fit(
        `${done} of ${total} done${failed > 0 ? `, ${failed} failed` : ''}, ${Math.round(credits * 100) / 100} credits, ${seconds(began)}`,
      ),
    ];
  }

  function draw(above = ''): void {
    const block = lines();
    frame += 1;
    write(`${up(drawn)}${CLEAR_BELOW}${above}${block.join('\n')}\n`);
    drawn = block.length;
  }

  return {
    start(count) {
      total = count;
      began = now();
      timer = setInterval(draw, everyMs);
      // The display never keeps a process alive.
      timer.unref();
      draw();
    },
    state(model, state) {
      running.set(model, { since: running.get(model)?.since ?? now(), state });
    },
    end(row) {
      if (row.model !== undefined) running.delete(row.model);
      done += 1;
      if (row.status === 'failed') failed += 1;
      credits += row.credits ?? 0;
      if (timer !== undefined) draw(`${formatRow(row, { color, columns })}\n`);
    },
    stop() {
      if (timer === undefined) return;
      clearInterval(timer);
      timer = undefined;
      write(`${up(drawn)}${CLEAR_BELOW}`);
      drawn = 0;
    },
  };
}

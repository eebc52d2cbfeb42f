import { describe, expect, it } from 'vitest';
import { createLiveDisplay } from './live-display.ts';

const escape = String.fromCodePoint(27);
const codes = new RegExp(`${escape}\\[(\\d+)A\r|(${escape}\\[0J)|(\n)|([^${escape}\n]+)`, 'g');

/** What a terminal shows after the escape codes that the display uses. */
function terminal() {
  let lines = [''];
  let row = 0;
  const write = (text: string): void => {
    for (const [, up, clear, newline, plain] of text.matchAll(codes)) {
      if (up !== undefined) row -= Number(up);
      else if (clear !== undefined) lines = [...lines.slice(0, row), ''];
      else if (newline !== undefined) lines[++row] ??= '';
      else lines[row] += plain ?? '';
    }
  };
  return { write, shown: () => lines.filter((line) => line !== '') };
}

describe('the live display', () => {
  const row = { type: 'text_to_image', status: 'ok', seconds: 1, credits: 0.8, note: 'png image' } as const;
  const make = (columns = 80, rows = 24) => {
    const screen = terminal();
    let now = 0;
    const display = createLiveDisplay({
      ...screen,
      columns,
      rows,
      color: false,
      now: () => now,
      everyMs: 1e6,
    });
    return { display, shown: screen.shown, later: (ms: number) => (now += ms) };
  };

  it('keeps what is done, shows what runs, and counts', () => {
    const { display, shown, later } = make();
    display.start(3);
    display.state('a', 'waiting');
    display.state('b', 'uploading 1/2');
    later(1500);
    display.end({ ...row, model: 'c' });
    expect(shown()).toEqual([
      'ok c 1.0 s png image',
      expect.stringMatching(/^. a {2}waiting {2}1\.5 s$/),
      expect.stringMatching(/^. b {2}uploading 1\/2 {2}1\.5 s$/),
      '1 of 3 done, 0.8 credits, 1.5 s',
    ]);
    display.end({ ...row, model: 'a', status: 'failed', note: 'no' });
    expect(shown().slice(0, 2)).toEqual(['ok c 1.0 s png image', 'failed a 1.0 s no']);
    expect(shown().at(-1)).toBe('2 of 3 done, 1 failed, 1.6 credits, 1.5 s');
    display.stop();
    expect(shown()).toEqual(['ok c 1.0 s png image', 'failed a 1.0 s no']);
  });

  it('keeps to the size of the terminal', () => {
    const { display, shown } = make(20, 6);
    display.start(9);
    for (let index = 0; index < 9; index++) display.state(`a-rather-long-model-name-${index}`, 'waiting');
    display.end({ ...row, model: 'x' });
    expect(shown().length).toBeLessThanOrEqual(6);
    expect(shown()).toContain('  and 6 more');
    expect(
      shown()
        .slice(1)
        .every((line) => line.length < 20),
    ).toBe(true);
    display.stop();
  });
});

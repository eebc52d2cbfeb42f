/** What can be read from an answer: the words of the model, or the code of an error in a body that said 200. */
export type Answer = { readonly text: string } | { readonly errorCode: number };

function field(value: unknown, name: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string | number, unknown>)[name]
    : undefined;
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part) => textOf(field(part, 'text'))).join('');
}

// KIE answers errors with HTTP 200 and { code, msg }, and sometimes sends JSON without saying that it is JSON.
export function readAnswer(received: unknown): Answer {
  let body = received;
  if (typeof body === 'string') {
    try {
      body = JSON.parse(body);
    } catch {
      return { text: '' };
    }
  }
  const choice = field(field(body, 'choices'), 0);
  const code = Number(field(body, 'code'));
  if (choice === undefined && Number.isInteger(code) && code !== 200) return { errorCode: code };
  return { text: textOf(field(field(choice, 'message'), 'content')) };
}

/** The bare prompt: without a code fence or quotes around it, and cut at a word to `maxLength` code points. */
export function tidy(text: string, maxLength: number): string {
  let bare = text.trim();
  bare = /^```[a-z]*\n([\s\S]*?)\n?```$/.exec(bare)?.[1]?.trim() ?? bare;
  for (const [open, close] of ['""', '“”', '«»', '``']) {
    const inner = bare.slice(1, -1);
    const wrapped = bare.length > 1 && bare.startsWith(open ?? '') && bare.endsWith(close ?? '');
    if (wrapped && !inner.includes(open ?? '') && !inner.includes(close ?? '')) bare = inner.trim();
  }
  const points = Array.from(bare);
  if (points.length <= maxLength) return bare;
  const cut = points.slice(0, maxLength).join('');
  const lastBlank = cut.search(/\s\S*$/);
  return (lastBlank > cut.length / 2 ? cut.slice(0, lastBlank) : cut).trim();
}

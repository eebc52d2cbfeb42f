import { isObject } from '../json.ts';

const details = {
  en: [
    'soft natural light, fine detail, balanced composition, rich but believable colours',
    'golden hour, shallow depth of field, gentle film grain, calm mood',
    'wide establishing view, crisp textures, atmospheric haze, cinematic contrast',
    'close view, clear focal point, smooth background, vivid yet harmonious palette',
  ],
  ru: [
    'мягкий естественный свет, тонкие детали, уравновешенная композиция, живые цвета',
    'золотой час, малая глубина резкости, лёгкое зерно плёнки, спокойное настроение',
    'общий план, чёткие фактуры, воздушная дымка, кинематографичный контраст',
    'крупный план, ясный акцент, гладкий фон, яркая и гармоничная палитра',
  ],
} as const;

/**
 * What the chat model answers: the wish in the last user message, with details that suit a picture, in the
 * language of the wish. The same wish always gives the same answer.
 */
export function improve(messages: readonly unknown[], responseFormat: unknown): string {
  const wish = wishIn(messages);
  const choices = /[а-яё]/i.test(wish) ? details.ru : details.en;
  const sum = Array.from(wish).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const prompt = `${wish.replace(/[.!\s]+$/u, '')}, ${choices[sum % choices.length] ?? choices[0]}`;
  const asJson = isObject(responseFormat) && String(responseFormat['type']).startsWith('json');
  return asJson ? JSON.stringify({ prompt }) : prompt;
}

/** The last user message; without a system message its last paragraph, since instructions then stand before the wish. */
function wishIn(messages: readonly unknown[]): string {
  const said = messages.filter((message) => isObject(message));
  const content = said.filter((message) => message['role'] === 'user').at(-1)?.['content'];
  const parts = Array.isArray(content) ? (content as unknown[]) : [content];
  const text = parts
    .map((part) => (isObject(part) ? part['text'] : part))
    .filter((part) => typeof part === 'string')
    .join('\n')
    .trim();
  const instructed = said.some((message) => message['role'] === 'system');
  const last = instructed ? text : (text.split(/\n\s*\n/).at(-1) ?? '');
  const wish = last.replace(/^["'«“]|["'»”]$/gu, '').trim();
  return wish === '' ? 'A quiet scene' : wish;
}

import type { MessageEntity, User } from '../types.ts';

/**
 * What Telegram makes of the target of a link: a normalised web address, a mention by user id, or nothing (then the
 * text stays and the link vanishes).
 */
export function checkedLink(target: string): string | undefined {
  const trimmed = target.trim();
  if (trimmed === '') return undefined;
  const withScheme = /^[a-z][a-z\d+.-]*:/i.test(trimmed) ? trimmed : `http://${trimmed}`;
  let url: URL;
  try {
    url = new URL(withScheme);
  } catch {
    return undefined;
  }
  if (url.protocol === 'tg:' || url.protocol === 'ton:') return trimmed;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (!url.hostname.includes('.') && !url.hostname.includes(':') && url.hostname !== 'localhost')
    return undefined;
  return url.href;
}

/** The user id of a `tg://user?id=123` link. */
export function linkedUserId(target: string): number | undefined {
  const match = /^tg:(?:\/\/)?user\?(?:.*&)?id=(\d+)/i.exec(target.trim());
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

/** The entity for a link, or undefined when Telegram would show plain text. */
export function linkEntity(target: string, offset: number, length: number): MessageEntity | undefined {
  const userId = linkedUserId(target);
  if (userId !== undefined) {
    const user: User = { id: userId, is_bot: false, first_name: String(userId) };
    return { type: 'text_mention', offset, length, user };
  }
  const url = checkedLink(target);
  return url === undefined ? undefined : { type: 'text_link', offset, length, url };
}

import type { Manner } from './outgoing.ts';

/** A more modest way to send after Telegram said no (and so did nothing), or undefined when there is none. */
export function moreModest(manner: Manner, description: string): Manner | undefined {
  if (
    manner.fileIds !== undefined &&
    /file.?id|file identifier|FILE_REFERENCE|can't use file of type/i.test(description)
  ) {
    return { ...manner, fileIds: undefined };
  }
  if (!manner.plainCaption && /can't parse entities|caption is too long/i.test(description)) {
    return { ...manner, plainCaption: true };
  }
  const badMedia =
    /PHOTO_|IMAGE_PROCESS_FAILED|VIDEO_|MEDIA_INVALID|wrong type of the|failed to send message #/i;
  if (!manner.asDocument && badMedia.test(description)) return { ...manner, asDocument: true };
  return undefined;
}

import type { MediaKind } from '@kie/database';
import type { BotContext } from '@kie/telegram';

/** A file in a message, as Telegram describes it before anybody fetched it. */
export interface Attachment {
  readonly kind: MediaKind;
  readonly fileId: string;
  readonly bytes?: number | undefined;
  readonly mime?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Seconds. */
  readonly seconds?: number | undefined;
}

/** The one file of a message, whatever way it was sent. */
export function attachmentOf(message: BotContext['message']): Attachment | undefined {
  if (!message) return undefined;
  if ('photo' in message) {
    const largest = message.photo.at(-1);
    return (
      largest && {
        kind: 'image',
        fileId: largest.file_id,
        bytes: largest.file_size,
        // Telegram turns every photo into a JPEG.
        mime: 'image/jpeg',
        width: largest.width,
        height: largest.height,
      }
    );
  }
  if ('video' in message) return file('video', message.video);
  if ('video_note' in message) return file('video', { ...message.video_note, mime_type: 'video/mp4' });
  if ('audio' in message) return file('audio', message.audio);
  if ('voice' in message) return file('audio', message.voice);
  if ('animation' in message) return file('video', message.animation);
  if ('document' in message) return file(kindOfMime(message.document.mime_type), message.document);
  return undefined;
}

function file(
  kind: MediaKind,
  from: {
    file_id: string;
    file_size?: number;
    mime_type?: string;
    width?: number;
    height?: number;
    duration?: number;
  },
): Attachment {
  return {
    kind,
    fileId: from.file_id,
    bytes: from.file_size,
    mime: from.mime_type,
    width: from.width,
    height: from.height,
    seconds: from.duration,
  };
}

function kindOfMime(mime: string | undefined): MediaKind {
  const kind = mime?.split('/')[0];
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file';
}

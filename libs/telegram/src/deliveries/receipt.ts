interface FileRef {
  readonly file_id: string;
}

interface Sent {
  readonly message_id: number;
  readonly photo?: readonly FileRef[];
  readonly video?: FileRef;
  readonly animation?: FileRef;
  readonly audio?: FileRef;
  readonly voice?: FileRef;
  readonly document?: FileRef;
}

/** What Telegram gave back for a sent result: the (first) message and the file ids by which it can be sent again. */
export interface Receipt {
  readonly messageId: number;
  /** By `generation_files.n`. */
  readonly fileIds: Readonly<Record<string, string>>;
}

/** Reads the answer of a `send…` call; Telegram may have made an animation of a silent video, say. */
export function receiptOf(result: unknown, files: readonly { readonly n: number }[]): Receipt {
  const messages = (Array.isArray(result) ? result : [result]) as readonly Sent[];
  const fileIds: Record<string, string> = {};
  for (const [index, file] of files.entries()) {
    const message = messages[index];
    const id = message && fileIdOf(message);
    if (id !== undefined) fileIds[String(file.n)] = id;
  }
  return { messageId: messages[0]?.message_id ?? 0, fileIds };
}

function fileIdOf(message: Sent): string | undefined {
  const file =
    message.photo?.at(-1) ??
    message.video ??
    message.animation ??
    message.audio ??
    message.voice ??
    message.document;
  return file?.file_id;
}

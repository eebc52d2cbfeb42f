/** The first bytes of a stream, at most `length` of them, and a stream that still has all. */
export async function peek(
  stream: ReadableStream<Uint8Array>,
  length: number,
): Promise<{ readonly head: Uint8Array; readonly whole: ReadableStream<Uint8Array> }> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < length && !ended) {
    const { value, done } = await reader.read();
    ended = done;
    if (!value) continue;
    chunks.push(value);
    size += value.byteLength;
  }
  const whole = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      if (ended) controller.close();
    },
    async pull(controller) {
      const { value, done } = await reader.read();
      if (value) controller.enqueue(value);
      if (done) controller.close();
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { head: Buffer.concat(chunks).subarray(0, length), whole };
}

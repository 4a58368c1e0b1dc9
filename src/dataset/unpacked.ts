/**
 * Chunks that are packed with gzip, unpacked as they come. Their first byte tells, with which no text begins: so the name
 * of a file, and whether the server or the browser has unpacked it already, does not matter.
 */
import { chunksOf } from "./chunks.ts";
import { UnreadableText } from "./unreadable-text.ts";

const GZIP = 0x1f;

/**
 * The chunks, unpacked where they are packed.
 *
 * @throws UnreadableText `file/not-gzip` where the packed bytes are damaged or cut off; whatever the chunks throw
 */
export async function* unpacked(
  chunks: AsyncGenerator<Uint8Array | string>,
): AsyncGenerator<Uint8Array | string> {
  try {
    let next = await chunks.next();
    while (!next.done && next.value.length === 0) next = await chunks.next();
    if (next.done) return;
    if (next.value[0] === GZIP) return yield* unpack(next.value as Uint8Array, chunks);
    yield next.value;
    yield* chunks;
  } finally {
    await chunks.return(undefined);
  }
}

async function* unpack(first: Uint8Array, others: AsyncGenerator<unknown>): AsyncGenerator<Uint8Array> {
  let interrupted: { readonly error: unknown } | undefined;
  const packed = new ReadableStream({
    start: (controller) => controller.enqueue(first),
    async pull(controller) {
      try {
        const next = await others.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      } catch (error) {
        interrupted = { error };
        controller.error(error);
      }
    },
  });
  try {
    yield* chunksOf<Uint8Array>(packed.pipeThrough(new DecompressionStream("gzip")));
  } catch {
    if (interrupted) throw interrupted.error;
    throw new UnreadableText({
      code: "file/not-gzip",
      message: "What is packed with gzip here is damaged or cut off. Fetch it again, or pack it again.",
      expected: "gzip",
    });
  }
}

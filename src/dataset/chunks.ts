/**
 * Streams of chunks, of whatever sort, as one: iterated, and left at once when a signal says so.
 */

/** What can be streamed: the body of a response, a file's stream in a browser or in Node, a generator. */
export type Chunks<Chunk = Uint8Array | string> = AsyncIterable<Chunk> | ReadableStream<Chunk>;

/** How far reading has come. */
export interface Progress {
  /** The file's name or address. */
  readonly file: string;
  /** Bytes read so far, packed as they are; UTF-16 units of chunks that are text. */
  readonly bytes: number;
  /** Bytes to be read, where it is known. */
  readonly total?: number;
  /** Records read so far, where they are read as they come. */
  readonly records?: number;
}

/**
 * The chunks of a stream. Ends the stream when the loop over it is left.
 *
 * @throws the signal's reason once it is aborted, without waiting for the chunk that may never come
 */
export async function* chunksOf<Chunk>(chunks: Chunks<Chunk>, signal?: AbortSignal): AsyncGenerator<Chunk> {
  const source = "getReader" in chunks ? readFrom(chunks) : chunks[Symbol.asyncIterator]();
  let abort = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal?.reason);
  });
  signal?.addEventListener("abort", abort);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const next = await (signal ? Promise.race([source.next(), aborted]) : source.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal?.removeEventListener("abort", abort);
    const closed = source.return?.();
    // A source that hangs would hang here, too; and the reason of the abort is what counts then.
    if (signal?.aborted) closed?.catch(() => {});
    else await closed;
  }
}

/** An iterator over a stream, which not every browser gives. */
function readFrom<Chunk>(stream: ReadableStream<Chunk>): AsyncIterator<Chunk, undefined> {
  const reader = stream.getReader();
  return {
    next: async () => {
      const { done, value } = await reader.read();
      return done ? { done, value: undefined } : { done, value };
    },
    return: async () => {
      await reader.cancel();
      return { done: true, value: undefined };
    },
  };
}

/**
 * Pieces of an export as they are written, and the loss report that comes after the last.
 */
import type { TableChunk } from "../format/lines.ts";
import type { LossReport } from "../format/loss.ts";

/** Pieces that can be walked once; the report is there when they have been. */
export class ReportedChunks<Chunk> implements Iterable<Chunk> {
  private reported: LossReport | undefined;

  constructor(private readonly chunks: Generator<Chunk, LossReport, void>) {}

  *[Symbol.iterator](): Generator<Chunk, void, void> {
    this.reported = yield* this.chunks;
  }

  get report(): LossReport {
    if (this.reported === undefined) throw new Error("the report was asked for before all was written");
    return this.reported;
  }
}

/**
 * Tables that come one after the other as files, name and content. Each content is to be written before the next file
 * is asked for.
 */
export function* filesOfTables(
  chunks: Iterable<TableChunk<string>>,
  extension: string,
): Generator<readonly [name: string, content: Iterable<string>], void, void> {
  const pieces = chunks[Symbol.iterator]();
  let next = pieces.next();
  while (!next.done) {
    const { table } = next.value;
    yield [
      `${table}.${extension}`,
      (function* () {
        for (; !next.done && next.value.table === table; next = pieces.next()) yield next.value.text;
      })(),
    ];
  }
}

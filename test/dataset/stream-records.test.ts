import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frozenFromRecords, InvalidRecordError, type Issue, xinjiangOntology } from "xinjiang-graph";
import { type Progress, parseDataset, type StreamOptions, streamRecords } from "xinjiang-graph/load";
import { bundledRecords } from "../../src/dataset/bundled.ts";
import { datasetFiles } from "../../src/dataset/canonical.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function* inPieces<Chunk extends Uint8Array | string>(
  whole: Chunk,
  cuts: readonly number[],
): AsyncGenerator<Chunk> {
  let start = 0;
  for (const cut of [...cuts.map((one) => one % (whole.length + 1)), whole.length].sort((a, b) => a - b)) {
    yield whole.slice(start, cut) as Chunk;
    start = cut;
  }
}

/** All records of a stream, and the issues that it throws at its end. */
async function collect(
  chunks: Parameters<typeof streamRecords>[0],
  options?: StreamOptions,
): Promise<{ readonly records: object[]; readonly issues: readonly Issue[] }> {
  const records: object[] = [];
  try {
    for await (const record of streamRecords(chunks, options)) records.push(record);
  } catch (error) {
    if (!(error instanceof InvalidRecordError)) throw error;
    return { records, issues: error.issues };
  }
  return { records, issues: [] };
}

const lines = datasetFiles(bundledRecords())
  .filter(({ name }) => name.endsWith(".jsonl"))
  .map(({ text }) => text)
  .join("");
/** Lines of every sort of trouble: characters of one to four bytes, blank lines, CRLF, a mark, wrong ones. */
const mixed = `\ufeff{"id":"port/kok","names":[{"value":"Kök 口岸 😀","lang":"ky"}]}\r\n\r\n  {"id":"port/x",}\n{"id":"p","names":[]}\n5\n{"id":"port/y","names":[{"value":"口岸","lang":"zh"}]}`;

describe("streamRecords", () => {
  it("makes the frozen graph that the records make at once", async () => {
    const stream = streamRecords(new Blob([lines]).stream(), { ontology: xinjiangOntology });
    const frozen = await frozenFromRecords(stream, xinjiangOntology);
    const whole = frozenFromRecords(
      parseDataset({ name: "all.jsonl", text: lines }).records,
      xinjiangOntology,
    );
    expect([frozen.order, frozen.size]).toEqual([whole.order, whole.size]);
    whole.forEachEdge((id, claim) => expect(frozen.getEdgeAttributes(id)).toEqual(claim));
  });

  it("gives the same records and problems wherever the borders of chunks fall, of bytes and of text", async () => {
    const options = { name: "mine.jsonl", ontology: xinjiangOntology };
    const whole = await collect(inPieces(mixed, []), options);
    expect(whole.records.map((record) => (record as { id: string }).id)).toEqual(["port/kok", "port/y"]);
    expect(whole.issues.map(({ code, file, line, column }) => [code, file, line, column])).toEqual([
      ["file/not-json", "mine.jsonl", 3, 18],
      ["record/unknown-kind", "mine.jsonl", 4, 7],
      ["record/too-few", "mine.jsonl", 4, 19],
      ["record/not-an-object", "mine.jsonl", 5, 1],
    ]);
    const cuts = fc.array(fc.nat(), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(cuts, fc.boolean(), async (places, asText) => {
        const chunks = asText ? inPieces(mixed, places) : inPieces(bytesOf(mixed), places);
        expect(await collect(chunks, options)).toEqual(whole);
      }),
      { numRuns: 200 },
    );
    const every = bytesOf(mixed);
    expect(await collect(inPieces(every, [...every.keys()]), options)).toEqual(whole);
  });

  it("finds in each record what parseDataset finds in it, at the same place", async () => {
    const broken = lines
      .replaceAll('"stance":"asserts"', '"stance":"sings"')
      .split("\n")
      .slice(0, 600)
      .join("\n");
    const { issues } = await collect(inPieces(broken, [99, 9999]), {
      name: "all.jsonl",
      ontology: xinjiangOntology,
    });
    const alone = ({ code }: Issue): boolean =>
      !/dangling|wrong-ends|wrong-reference|symmetric|duplicate-id/.test(code);
    const all = parseDataset({ name: "all.jsonl", text: broken }).issues.filter(alone);
    expect(all.length).toBeGreaterThan(50);
    expect(issues).toEqual(all);
  });

  it("refuses bytes that are not UTF-8 at their place, after the records before them", async () => {
    const good = '{"id":"port/kok","names":[{"value":"é😀","lang":"ky"}]}\n{"id":"é';
    const cases: readonly (readonly [string, readonly number[], string])[] = [
      ["Latin-1", [0xe9, 0x22], "file/not-utf8"],
      ["a lone continuation byte", [0x80], "file/not-utf8"],
      ["a surrogate", [0xed, 0xa0, 0x80], "file/not-utf8"],
      ["an overlong slash", [0xc0, 0xaf], "file/not-utf8"],
      ["beyond Unicode", [0xf5, 0x80, 0x80, 0x80], "file/not-utf8"],
      ["a character cut off by the end", [0xf0, 0x9f, 0x98], "file/not-utf8"],
    ];
    for (const [name, bad, code] of cases) {
      const bytes = new Uint8Array([...bytesOf(good), ...bad]);
      for (const cuts of [[], [bytes.length - 1], [...bytes.keys()]]) {
        const { records, issues } = await collect(inPieces(bytes, cuts));
        expect(records.length, name).toBe(1);
        expect(issues, name).toMatchObject([
          { code, line: 2, column: 9, received: `0x${bad[0]?.toString(16)}` },
        ]);
        expect(issues[0]?.message, name).toContain(`number ${bytesOf(good).length + 1} of the file`);
      }
    }
    const utf16 = new Uint8Array([0xff, 0xfe, 0x7b, 0]);
    expect((await collect(inPieces(utf16, []))).issues).toMatchObject([
      { code: "file/utf-16", line: 1, column: 1 },
    ]);
    expect((await collect(inPieces(new Uint8Array([0xfe, 0xff, 0, 0x7b]), []))).issues).toMatchObject([
      { code: "file/utf-16" },
    ]);
  });

  it("collects as many problems as wanted, and counts the rest", async () => {
    const { issues } = await collect(inPieces("oops\n".repeat(2500), []), { issueLimit: 10 });
    expect(issues.length).toBe(11);
    expect(issues[10]?.code).toBe("file/more-problems");
    expect(issues[10]?.message).toContain("2490 more");
  });

  it("hands every problem to onIssue instead, and does not throw", async () => {
    const found: Issue[] = [];
    const { records } = await collect(inPieces(`oops\n${mixed.slice(1)}`, []), {
      onIssue: (issue) => found.push(issue),
    });
    expect(records.length).toBe(3);
    expect(found.map(({ line }) => line)).toEqual([1, 4, 6]);
  });

  it("tells how far it has come", async () => {
    const seen: Progress[] = [];
    const bytes = bytesOf(lines);
    const options = {
      name: "x",
      total: bytes.length,
      onProgress: (one: Progress): unknown => seen.push(one),
    };
    const { records } = await collect(inPieces(bytes, [1000, 200_000]), options);
    expect(seen.map((one) => one.bytes)).toEqual([1000, 200_000, bytes.length, bytes.length]);
    expect(seen.every(({ file, total }) => file === "x" && total === bytes.length)).toBe(true);
    expect(seen[2]?.records).toBeGreaterThan(0);
    expect(seen[2]?.records).toBeLessThanOrEqual(records.length);
    expect(seen[3]?.records).toBe(records.length);
  });

  it("closes the source when the loop over it is left", async () => {
    let isClosed = false;
    const source = async function* (): AsyncGenerator<string> {
      try {
        for (;;) yield `${lines}`;
      } finally {
        isClosed = true;
      }
    };
    for await (const _ of streamRecords(source())) break;
    expect(isClosed).toBe(true);
    let isCancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(bytesOf(lines)),
      cancel: () => {
        isCancelled = true;
      },
    });
    for await (const _ of streamRecords(stream)) break;
    expect(isCancelled).toBe(true);
  });

  it("stops when its signal says so, even while it waits", async () => {
    const reason = new Error("enough");
    await expect(collect(inPieces(lines, []), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const hanging = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) });
    const reading = collect(hanging, { signal: controller.signal });
    controller.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });

  it("passes on what its source throws", async () => {
    const failure = new Error("connection lost");
    const source = async function* (): AsyncGenerator<string> {
      yield lines.slice(0, 1000);
      throw failure;
    };
    await expect(collect(source())).rejects.toBe(failure);
  });

  it("stops at the next record once it is aborted, though more are in the same chunk", async () => {
    const abort = new AbortController();
    const port = (i: number): string =>
      JSON.stringify({ id: `port/p${i}`, names: [{ value: "P", lang: "en" }] });
    const text = [1, 2, 3, 4].map(port).join("\n");
    const seen: string[] = [];
    const reading = (async () => {
      for await (const { id } of streamRecords(inPieces(text, []), { signal: abort.signal })) {
        seen.push(id);
        if (seen.length === 2) abort.abort(new Error("enough"));
      }
    })();
    await expect(reading).rejects.toThrow("enough");
    expect(seen).toEqual(["port/p1", "port/p2"]);
  });

  it("tells at the end how many records there were, also of a file that is one chunk", async () => {
    const told: unknown[] = [];
    const text = '{"id":"port/kok","names":[{"value":"K","lang":"ky"}]}\n{"id":"port/x","names":[]}';
    const options = { onProgress: (progress: object) => void told.push(progress), name: "two.jsonl" };
    for await (const _ of streamRecords(inPieces(text, []), options));
    expect(told.at(-1)).toEqual({ file: "two.jsonl", bytes: text.length, records: 2 });
  });
});

import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { graphFromDataset, loadDataset, type Progress } from "xinjiang-graph/load";
import { bundledRecords } from "../../src/dataset/bundled.ts";
import { datasetFiles } from "../../src/dataset/canonical.ts";

const TORUGART = '{"id":"port/torugart","names":[{"value":"Torugart Port","lang":"en"}]}';
const files = new Map(datasetFiles(bundledRecords()).map(({ name, text }) => [`/data/${name}`, text]));

const answers: Readonly<Record<string, RequestListener>> = {
  "/none.json": (_, response) => response.writeHead(404).end("<html>no such page</html>"),
  "/broken.json": (_, response) => response.writeHead(500).end(),
  "/forbidden.json": (_, response) => response.writeHead(403).end("no"),
  "/page.json": (_, response) =>
    response
      .writeHead(200, { "content-type": "text/html" })
      .end("<!DOCTYPE html>\n<html><body>Sign in</body></html>"),
  "/empty.json": (_, response) => response.writeHead(200).end(),
  "/nothing.json": (_, response) => response.writeHead(204).end(),
  "/latin.jsonl": (_, response) => response.end(Buffer.from(TORUGART.replace("Tor", "T\xf6r"), "latin1")),
  "/cut.jsonl": (request, response) => {
    response.writeHead(200, { "content-length": 1000 });
    response.write(TORUGART, () => request.socket.destroy());
  },
  "/packed.jsonl": (_, response) =>
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(`${TORUGART}\n`)),
  "/packed.jsonl.gz": (_, response) => response.end(gzipSync(`${TORUGART}\n`)),
  "/unpacked.jsonl.gz": (_, response) =>
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(`${TORUGART}\n`)),
  "/cut.jsonl.gz": (_, response) => response.end(gzipSync(`${TORUGART}\n`).subarray(0, 40)),
  "/torn.jsonl.gz": (request, response) => {
    response.writeHead(200, { "content-length": 1000 });
    response.write(gzipSync(TORUGART).subarray(0, 40), () => request.socket.destroy());
  },
  "/moved.jsonl": (_, response) => response.writeHead(302, { location: "/packed.jsonl" }).end(),
  "/hangs.jsonl": (_, response) => void response.writeHead(200).write(TORUGART),
};

let server: Server;
let base = "";
beforeAll(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url ?? "", "http://localhost").pathname;
    const text = files.get(path);
    if (text !== undefined) response.end(text);
    else answers[path]?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("loadDataset", () => {
  it("fetches the files of a dataset and reads them together", async () => {
    const seen: Progress[] = [];
    const addresses = [...files.keys()].map((path) => `${base}${path}`);
    const parsed = await loadDataset(addresses, { onProgress: (one) => seen.push(one) });
    expect(parsed.issues).toEqual([]);
    expect(graphFromDataset(parsed).size).toBe(bundledRecords().claims.length);
    expect(new Set(seen.map(({ file }) => file))).toEqual(new Set(addresses));
    const last = seen.filter(({ file }) => file.endsWith("/observed.jsonl")).at(-1);
    const bytes = new TextEncoder().encode(files.get("/data/claims/observed.jsonl")).length;
    expect([last?.bytes, last?.total]).toEqual([bytes, bytes]);
  });

  it.each([
    ["/none.json", "file/http-status", "404"],
    ["/broken.json", "file/http-status", "500"],
    ["/forbidden.json", "file/http-status", "403"],
    ["/page.json", "file/html", "web page"],
    ["/empty.json", "file/empty", "empty"],
    ["/nothing.json", "file/empty", "empty"],
    ["/latin.jsonl", "file/not-utf8", "0xf6"],
    ["/cut.jsonl.gz", "file/not-gzip", "cut off"],
    ["/torn.jsonl.gz", "file/interrupted", "after 40 bytes"],
    ["/cut.jsonl", "file/interrupted", `after ${TORUGART.length} bytes`],
  ])("says what is wrong with %s: %s", async (path, code, words) => {
    const { records, issues } = await loadDataset(`${base}${path}?token=secret`);
    expect(records.entities).toEqual([]);
    const [issue, ...more] = issues;
    expect(issue).toMatchObject({ code, severity: "error", file: `${base}${path}` });
    expect(issue?.message).toContain(words);
    expect(JSON.stringify(issue)).not.toContain("secret");
    expect(more).toEqual([]);
  });

  it("says so where nobody answers, and where there is no address", async () => {
    const { issues } = await loadDataset([
      "http://127.0.0.1:1/a.json",
      "ports.jsonl",
      "/data/ports.jsonl",
      "file:///etc/hosts",
      "",
    ]);
    expect(issues.map(({ code, file }) => [code, file])).toEqual([
      ["file/unreachable", "http://127.0.0.1:1/a.json"],
      ["file/not-an-address", "ports.jsonl"],
      ["file/not-an-address", "/data/ports.jsonl"],
      ["file/not-an-address", "file:///etc/hosts"],
      ["file/not-an-address", ""],
    ]);
  });

  it("reads packed files and answers, and those that have moved", async () => {
    for (const path of ["/packed.jsonl", "/packed.jsonl.gz", "/unpacked.jsonl.gz", "/moved.jsonl"])
      expect((await loadDataset(new URL(path, base))).records.entities.length).toBe(1);
  });

  it("reads what a browser hands over: dropped files, folders, blobs", async () => {
    const inFolder = new File([TORUGART.replace('"names"', '"name"')], "port.jsonl");
    Object.defineProperty(inFolder, "webkitRelativePath", { value: "mine/entities/port.jsonl" });
    const { issues } = await loadDataset([inFolder, new File(["[oops]"], "b.json"), new Blob([TORUGART])]);
    expect(issues.map(({ code, file, line, column }) => [code, file, line, column])).toEqual([
      ["record/missing-field", "mine/entities/port.jsonl", 1, 1],
      ["record/unknown-field", "mine/entities/port.jsonl", 1, 30],
      ["file/not-json", "b.json", 1, 2],
      ["record/duplicate-id", "blob", 1, 7],
    ]);
  });

  it("unpacks a dropped file, and tells how far it has come in packed bytes", async () => {
    const text = files.get("/data/claims/observed.jsonl") ?? "";
    const packed = gzipSync(text);
    const seen: Progress[] = [];
    const { records } = await loadDataset(new File([packed], "observed.jsonl.gz"), {
      onProgress: (one) => seen.push(one),
    });
    expect(records.claims.length).toBe(text.trim().split("\n").length);
    expect(seen.at(-1)).toMatchObject({ bytes: packed.length, total: packed.length });
  });

  it("stops when its signal says so", async () => {
    const reason = new Error("enough");
    await expect(loadDataset(`${base}/none.json`, { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
    const controller = new AbortController();
    const onProgress = (): void => controller.abort(reason);
    await expect(loadDataset(`${base}/hangs.jsonl`, { signal: controller.signal, onProgress })).rejects.toBe(
      reason,
    );
  });
});

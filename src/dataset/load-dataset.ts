/**
 * Loads a dataset from addresses, and from files that a user dropped or chose. Whatever goes wrong with one of them is an
 * issue, as is what is wrong inside.
 */
import { type Issue, show } from "../errors.ts";
import type { Ontology } from "../ontology/define.ts";
import type { XinjiangOntology } from "../ontology/ontology.ts";
import type { ParsedDataset } from "./parse-dataset.ts";
import { type LoadOptions, type OpenedFile, readFiles } from "./read-files.ts";

/** An address, or a file as a browser hands it over. */
export type DatasetInput = string | URL | Blob;

/**
 * Fetches or reads the files of one dataset and parses them together. The format of a file is told by its name or text,
 * as `parseDataset` says; a relative address is taken from the page's. Files may be packed with gzip. What cannot be read
 * becomes an issue: `file/not-an-address`, `file/unreachable`, `file/http-status`, `file/html`, `file/empty`,
 * `file/not-utf8`, `file/utf-16`, `file/not-gzip`, `file/too-long`, `file/interrupted`.
 *
 * @throws the reason of the signal, if it is aborted
 * @example
 * const dropped = new File(['{"id":"port/torugart","names":[{"value":"Torugart Port","lang":"en"}]}'], "mine.jsonl");
 * const parsed = await loadDataset(dropped);
 * parsed.issues; // []
 * graphFromDataset(parsed).order; // 1
 */
export function loadDataset<O extends Ontology = XinjiangOntology>(
  input: DatasetInput | readonly DatasetInput[],
  options: LoadOptions<O> = {},
): Promise<ParsedDataset<O>> {
  const inputs = (Array.isArray(input) ? input : [input]) as readonly DatasetInput[];
  const openers = inputs.map(
    (one) => async () => (one instanceof Blob ? openBlob(one) : openAddress(one, options.signal)),
  );
  return readFiles(openers, options);
}

function openBlob(blob: Blob): OpenedFile {
  const { name = "blob", webkitRelativePath = "" } = blob as Partial<File>;
  return { name: webkitRelativePath || name, chunks: blob.stream(), total: blob.size };
}

async function openAddress(address: string | URL, signal?: AbortSignal): Promise<OpenedFile | Issue> {
  const url = addressOf(address);
  if (url === undefined) {
    const message = `${show(address)} is not an address that can be fetched. Give one that begins with https://, or read files of this machine with readDataset of xinjiang-graph/node.`;
    return issueOf("file/not-an-address", String(address), message, "an https address");
  }
  // The query may hold a token, and is no part of the name.
  const name = url.protocol === "data:" ? "data:" : url.origin + url.pathname;
  let response: Response;
  try {
    response = await fetch(url, { signal: signal ?? null });
  } catch (error) {
    if (signal?.aborted) throw error;
    const message =
      "The address cannot be reached: no connection, no such server, or one that does not let this page read it (CORS).";
    return issueOf("file/unreachable", name, message, "an answer");
  }
  if (!response.ok) {
    await response.body?.cancel();
    const message = `The server answered with status ${response.status}, expected the file. See whether the address is right and open to you.`;
    return issueOf("file/http-status", name, message, "status 200", String(response.status));
  }
  const length = Number(response.headers.get("content-length") ?? Number.NaN);
  const packed = response.headers.has("content-encoding");
  return {
    name,
    chunks: response.body ?? new Blob().stream(),
    ...(Number.isFinite(length) && !packed && { total: length }),
    refuse: (text) => {
      if (!/^\s*<(?:!doctype\s+html|html)[\s>]/i.test(text)) return undefined;
      const message =
        "The address gave a web page, expected records: it may be a page to sign in, an error, or a page about the file. Give the address of the file itself.";
      return { ...issueOf("file/html", name, message, "records"), line: 1, column: 1 };
    },
  };
}

function addressOf(address: string | URL): URL | undefined {
  const page: string | undefined = globalThis.location?.href;
  const url = URL.canParse(String(address), page) ? new URL(address, page) : undefined;
  return url && /^(?:https?|data|blob):$/.test(url.protocol) ? url : undefined;
}

function issueOf(code: string, file: string, message: string, expected: string, received?: string): Issue {
  return { code, severity: "error", file, message, expected, ...(received !== undefined && { received }) };
}

/**
 * Pages in real Chromium: files served from memory or folders on a port of their own, and what went wrong on a page.
 */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

/** The browser's program; `undefined` where there is none, so that tests can be skipped by name. */
export const CHROMIUM: string | undefined = [process.env.CHROMIUM, "/usr/bin/chromium"].find(
  (path) => path !== undefined && existsSync(path),
);

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

export interface Served {
  /** Ends with a slash. */
  readonly address: string;
  stop(): void;
}

/** Serves folders by the beginning of a path: `{ "dist/": "/somewhere/dist" }`. Nothing else is there. */
export async function serve(folders: Readonly<Record<string, string>>): Promise<Served> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname)).slice(1);
    const prefix = Object.keys(folders).find((one) => path.startsWith(one));
    const rest = path.slice(prefix?.length).replace(/(^|\/)$/, "$1index.html");
    const file = prefix === undefined ? undefined : join(folders[prefix] as string, rest);
    if (file === undefined || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    response.end(readFileSync(file));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}

export function openBrowser(): Promise<Browser> {
  const args = ["--use-angle=swiftshader"];
  return chromium.launch({
    executablePath: CHROMIUM as string,
    chromiumSandbox: false,
    args,
    timeout: 120_000,
  });
}

/** A page, and all that went wrong on it: errors, failed requests, requests to other origins. */
export async function openPage(browser: Browser, address: string): Promise<{ page: Page; wrong: string[] }> {
  const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== "data:" && origin !== new URL(address).origin) wrong.push(`request: ${request.url()}`);
  });
  await page.goto(address, { waitUntil: "load" });
  return { page, wrong };
}

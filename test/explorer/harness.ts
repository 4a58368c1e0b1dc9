/** The built explorer in a real browser: built once, served from a temporary folder, watched for what it must not do. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "vite";

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const hasChromium = existsSync(CHROMIUM);

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const SCREENSHOTS = at("../../out/explorer-screenshots");

/** Longest wait for anything: the machine may be busy and the graphics computed without a graphics card. */
export const PATIENCE_MS = 120_000;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

export interface Visit {
  readonly page: Page;
  /** Errors of the page, refusals of its policy among them. */
  readonly errors: readonly string[];
  /** Requests to anywhere but the page's own origin. */
  readonly elsewhere: readonly string[];
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface VisitOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
}

export interface Explorer {
  readonly address: string;
  /** Opens the page with a hash, without `#`, and waits until it has drawn. */
  visit(hash?: string, options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** Builds, serves and opens a browser. */
export async function startExplorer(): Promise<Explorer> {
  const folder = mkdtempSync(join(tmpdir(), "explorer-"));
  await build({
    configFile: at("../../examples/explorer/vite.config.ts"),
    build: { outDir: folder, emptyOutDir: true },
    logLevel: "error",
  });
  const server = await serve(folder);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    chromiumSandbox: false,
    args: ["--use-angle=swiftshader"],
    timeout: PATIENCE_MS,
  });
  return {
    address,
    visit: (hash = "", options = {}) => visit(browser, address, hash, options),
    async close() {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function visit(
  browser: Browser,
  address: string,
  hash: string,
  { width = 1280, height = 800, colorScheme = "light" }: VisitOptions,
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const errors: string[] = [];
  const elsewhere: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("dialog", (dialog) => {
    errors.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith("blob:") && !url.startsWith("data:")) elsewhere.push(url);
  });
  await page.goto(`${address}${hash === "" ? "" : `#${hash}`}`);
  await page.waitForFunction(() => document.querySelector("#status")?.textContent !== "", null, {
    polling: 100,
  });
  return {
    page,
    errors,
    elsewhere,
    async screenshot(name) {
      mkdirSync(SCREENSHOTS, { recursive: true });
      await page.screenshot({
        path: join(SCREENSHOTS, `${name}.png`),
        timeout: PATIENCE_MS,
        animations: "disabled",
      });
    },
    close: () => context.close(),
  };
}

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    const file = join(folder, path.endsWith("/") ? join(path, "index.html") : path);
    readFile(file).then(
      (body) => {
        response.writeHead(200, {
          "content-type": CONTENT_TYPES[extname(file)] ?? "application/octet-stream",
        });
        response.end(body);
      },
      () => {
        response.writeHead(404);
        response.end();
      },
    );
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** Waits until the line that counts what is shown matches. */
export async function shows(page: Page, pattern: RegExp): Promise<string> {
  await page.waitForFunction(
    ([source, flags]) =>
      new RegExp(source as string, flags).test(document.querySelector("#status")?.textContent ?? ""),
    [pattern.source, pattern.flags] as const,
    { polling: 50 },
  );
  return (await page.textContent("#status")) as string;
}

/** The cells of the table of a view, row by row, once the table is there. */
export async function tableOf(page: Page, view: string): Promise<string[][]> {
  await page.waitForSelector(`#${view} .table-scroll table`);
  return page.$$eval(`#${view} .table-scroll tbody tr`, (rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")),
  );
}

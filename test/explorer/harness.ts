/** The built explorer in a real browser: built once, served from a temporary folder, watched for what it must not do. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { openBrowser, serve } from "../page.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const SCREENSHOTS = at("../../out/explorer-screenshots");

/** Longest wait for anything: the machine may be busy and the graphics computed without a graphics card. */
export const PATIENCE_MS = 120_000;

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
  const { address, stop } = await serve({ "": folder });
  const browser = await openBrowser();
  return {
    address,
    visit: (hash = "", options = {}) => visit(browser, address, hash, options),
    async close() {
      await browser.close();
      stop();
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

/** Chooses one of the buttons that exclude each other, by its label, which is what one sees of it. */
export async function choose(page: Page, group: string, value: string): Promise<void> {
  await page.click(`#${group} label:has(input[value="${value}"])`);
  await page.waitForSelector(`#${group} input[value="${value}"]:checked`, { state: "attached" });
}

/** The cells of the table of a view, row by row, once the table is there. */
export async function tableOf(page: Page, view: string): Promise<string[][]> {
  await page.waitForSelector(`#${view} .table-scroll table`);
  return page.$$eval(`#${view} .table-scroll tbody tr`, (rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")),
  );
}

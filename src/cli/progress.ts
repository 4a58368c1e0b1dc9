/**
 * A progress bar on standard error: only on a terminal, only where the work is long, and gone when it is done.
 */
import type { Progress } from "../dataset/chunks.ts";
import { safeText } from "./safe-text.ts";
import type { Screen } from "./screen.ts";

/** A bar that is shown as work goes on. */
export interface ProgressBar {
  show(progress: Progress): void;
  /** Takes it off the screen. */
  clear(): void;
}

const BAR = 24;
/** Milliseconds before the bar is first shown, and between two drawings. */
const PATIENCE = 300;
const BETWEEN = 100;
const CLEARED = "\r\u001b[K";

/** A bar that tells how far the reading of files has come; it does nothing where the screen is no terminal. */
export function progressBar({ width, write }: Screen): ProgressBar {
  let next = Date.now() + PATIENCE;
  let shown = false;
  return {
    show({ file, bytes, total }) {
      if (width === undefined || Date.now() < next) return;
      next = Date.now() + BETWEEN;
      shown = true;
      const text = `reading ${bar(bytes, total)}${(bytes / 1e6).toFixed(1)} MB of ${safeText(file)}`;
      write(`${CLEARED}${text.slice(0, width - 1)}`);
    },
    clear() {
      if (shown) write(CLEARED);
      shown = false;
    },
  };
}

function bar(bytes: number, total: number | undefined): string {
  if (!total) return "";
  const share = Math.min(bytes / total, 1);
  const full = Math.round(share * BAR);
  return `[${"#".repeat(full)}${"-".repeat(BAR - full)}] ${Math.floor(share * 100)} % `;
}

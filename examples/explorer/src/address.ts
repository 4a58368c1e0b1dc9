/** The state in the address: written as one goes, read when one comes by a link or goes back. */
import { formatState, type ReadState, readState, type State, type Vocabulary } from "./state.ts";

export interface Address {
  /** Notes a state. Changes of the same sort that follow closely are one entry of the history. */
  write(state: State, sort: string): void;
  /** Writes what is still to be written, and returns the link. */
  link(): string;
  read(): ReadState;
}

/** Browsers slow pages down that write the address many times a second. */
const PAUSE_MS = 120;
const SAME_STEP_MS = 1500;

/** @param arrived called when the reader goes back or forward, or edits the address */
export function makeAddress(vocabulary: () => Vocabulary, arrived: (read: ReadState) => void): Address {
  let waiting: { readonly state: State; readonly sort: string } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = { sort: "", at: 0 };

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!waiting) return;
    const { state, sort } = waiting;
    waiting = undefined;
    const hash = formatState(state);
    const address = `${location.pathname}${location.search}${hash === "" ? "" : `#${hash}`}`;
    if (address === `${location.pathname}${location.search}${location.hash}`) return;
    const now = performance.now();
    if (sort === last.sort && now - last.at < SAME_STEP_MS) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    last = { sort, at: now };
  }

  const read = (): ReadState => readState(location.hash, vocabulary());
  addEventListener("popstate", () => {
    waiting = undefined;
    last = { sort: "", at: 0 };
    arrived(read());
  });
  return {
    read,
    write(state, sort) {
      if (waiting && waiting.sort !== sort) flush();
      waiting = { state, sort };
      timer ??= setTimeout(flush, PAUSE_MS);
    },
    link() {
      flush();
      return location.href;
    },
  };
}

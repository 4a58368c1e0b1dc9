/**
 * What a stream can show: colours or none, how wide it is.
 */

/** As much of a stream as matters here. */
export interface ScreenStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(content: string | Uint8Array): unknown;
}

/** What colours stand for. */
export type Tone = "strong" | "faint" | "good" | "doubtful" | "bad";

/** A stream with what it can show. */
export interface Screen {
  /** Columns of the terminal; `undefined` where the stream is no terminal. */
  readonly width: number | undefined;
  write(content: string | Uint8Array): void;
  /** The text in a colour, or as it is where there are none. */
  paint(text: string, tone: Tone | undefined): string;
}

/** The environment's variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

const CODES: Readonly<Record<Tone, number>> = { strong: 1, faint: 2, good: 32, doubtful: 33, bad: 31 };

/**
 * A stream as a screen. Colours are used on a terminal, unless `NO_COLOR` is set or the terminal is dumb; `FORCE_COLOR`
 * asks for them anywhere, `FORCE_COLOR=0` and `--no-color` nowhere.
 */
export function screenOf(stream: ScreenStream, environment: Environment, noColor = false): Screen {
  const colours = !noColor && hasColours(stream, environment);
  return {
    width: stream.isTTY ? stream.columns || 80 : undefined,
    write: (content) => void stream.write(content),
    paint: (text, tone) => (colours && tone && text ? `\u001b[${CODES[tone]}m${text}\u001b[0m` : text),
  };
}

function hasColours(stream: ScreenStream, { NO_COLOR, FORCE_COLOR, TERM }: Environment): boolean {
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return stream.isTTY === true && !NO_COLOR && TERM !== "dumb";
}

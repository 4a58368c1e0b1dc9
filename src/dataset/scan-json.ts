/**
 * Walks a JSON text (RFC 8259) without building its value. Finds what `JSON.parse` refuses, with its place, and what it
 * changes without a word: a key given twice (the first value is lost) and a number that no double holds. Accepts what
 * `JSON.parse` accepts, but for nesting deeper than {@link DEEPEST}; never recurses.
 */

/** A problem in a JSON text. */
export interface JsonProblem {
  readonly code: "file/not-json" | "file/duplicate-key" | "file/changed-number" | "file/too-deep";
  /** Where, in UTF-16 units from the beginning of the text. */
  readonly offset: number;
  /** What stands there: `"}"`, `the end`. */
  readonly found: string;
  readonly expected: string;
  readonly advice: string;
}

/** What a walk tells. */
export interface JsonVisitor {
  problem?(problem: JsonProblem): void;
  /** Called where each value begins, with the keys and indices that lead to it. */
  value?(offset: number, path: readonly Step[]): void;
}

/** A list or object that the walk is in. */
export interface Step {
  /** Key or index of the value it has come to. */
  at: string | number;
  /** Keys so far; absent for a list. */
  readonly keys?: Set<string>;
}

/** Lists and objects inside one another: ten times what any record has, and far from what overflows a stack. */
export const DEEPEST = 64;

/**
 * Walks the value that begins at an offset, white space before it aside. Returns the offset after it, or `undefined`
 * where it cannot be read: the walk ends at the first `file/not-json` or `file/too-deep`. Linear.
 */
export function scanJson(text: string, from: number, visitor: JsonVisitor): number | undefined {
  const walk = new JsonWalk(text, from, visitor);
  try {
    walk.value();
    return walk.offset;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    visitor.problem?.(refusal.problem);
    return undefined;
  }
}

/** The problem of a text that goes on after its value, or `undefined`. */
export function scanEnd(text: string, from: number): JsonProblem | undefined {
  const walk = new JsonWalk(text, from, {});
  walk.space();
  return walk.offset < text.length ? walk.problem("the end") : undefined;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** As many digits as a double always holds. */
const SAFE_LENGTH = 15;
const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;
/** What a string holds as it is: all but quotes, backslashes and what stands below the space. */
const PLAIN = /[ !#-[\]-\uffff]*/y;
const WORD = /[\p{L}\p{N}_$.+-]{1,24}/uy;
const WORDS: Readonly<Record<string, string>> = { t: "true", f: "false", n: "null" };

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const LIST = 0x5b;
const OBJECT = 0x7b;
/** From an opening bracket to its closing one. */
const TO_CLOSE = 2;

/** Ends a walk. */
class Refusal {
  constructor(readonly problem: JsonProblem) {}
}

class JsonWalk {
  private readonly path: Step[] = [];

  constructor(
    private readonly text: string,
    public offset: number,
    private readonly visitor: JsonVisitor,
  ) {}

  value(): void {
    do {
      this.space();
      this.visitor.value?.(this.offset, this.path);
    } while (this.enter() || this.goOn());
  }

  space(): void {
    for (;;) {
      const unit = this.unit();
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
      this.offset += 1;
    }
  }

  /** What is wrong here. */
  problem(expected: string): JsonProblem {
    const found = this.found();
    return { code: "file/not-json", offset: this.offset, found, expected, advice: adviceOn(found, expected) };
  }

  /** Into a list or object, or past any other value. True where the first value inside comes next. */
  private enter(): boolean {
    const unit = this.unit();
    if (unit !== LIST && unit !== OBJECT) {
      this.scalar(unit);
      return false;
    }
    if (this.path.length === DEEPEST) this.refuseDepth();
    this.path.push(unit === LIST ? { at: 0 } : { at: "", keys: new Set() });
    this.offset += 1;
    this.space();
    if (this.unit() === unit + TO_CLOSE) return false;
    if (unit === OBJECT) this.key('a field name in double quotes or "}"');
    return true;
  }

  /** Past the comma after a value, or out of the lists and objects that end there. True where another value comes next. */
  private goOn(): boolean {
    for (let step = this.path.at(-1); step; step = this.path.at(-1)) {
      this.space();
      const unit = this.unit();
      if (unit === COMMA) {
        this.offset += 1;
        if (step.keys) this.key("a field name in double quotes");
        else step.at = (step.at as number) + 1;
        return true;
      }
      if (unit !== (step.keys ? OBJECT : LIST) + TO_CLOSE)
        this.refuse(step.keys ? '"," or "}"' : '"," or "]"');
      this.offset += 1;
      this.path.pop();
    }
    return false;
  }

  private key(expected: string): void {
    const step = this.path.at(-1) as Step & { readonly keys: Set<string> };
    this.space();
    const start = this.offset;
    if (this.unit() !== QUOTE) this.refuse(expected);
    const raw = this.string();
    const key = raw.includes("\\") ? (JSON.parse(`"${raw}"`) as string) : raw;
    if (step.keys.has(key)) {
      this.visitor.problem?.({
        code: "file/duplicate-key",
        offset: start,
        found: `the field ${JSON.stringify(key)} a second time`,
        expected: "every field once",
        advice: "Keep the right one: only the last would be read.",
      });
    }
    step.keys.add(key);
    step.at = key;
    this.space();
    if (this.unit() !== COLON) this.refuse('":"');
    this.offset += 1;
  }

  private scalar(unit: number): void {
    if (unit === QUOTE) {
      this.string();
      return;
    }
    if (unit === 0x2d || (unit >= 0x30 && unit <= 0x39)) return this.number();
    const word = WORDS[this.text[this.offset] ?? ""];
    if (word === undefined || this.word() !== word)
      this.refuse(this.path.at(-1)?.at === 0 ? 'a value or "]"' : "a value");
    this.offset += word.length;
  }

  /** Past a string; returns what stands between its quotes. */
  private string(): string {
    const start = this.offset + 1;
    for (this.offset = start; ; ) {
      PLAIN.lastIndex = this.offset;
      PLAIN.test(this.text);
      this.offset = PLAIN.lastIndex;
      const unit = this.unit();
      if (unit === QUOTE) break;
      if (unit !== BACKSLASH) this.refuse("a closing quote");
      this.escape();
    }
    this.offset += 1;
    return this.text.slice(start, this.offset - 1);
  }

  /** Past an escape, which begins with a backslash. */
  private escape(): void {
    ESCAPE.lastIndex = this.offset + 1;
    const fits = ESCAPE.test(this.text);
    this.offset += 1;
    if (!fits) this.refuse('one of " \\ / b f n r t, or u and four hexadecimal digits');
    this.offset = ESCAPE.lastIndex;
  }

  private number(): void {
    const start = this.offset;
    NUMBER.lastIndex = start;
    if (!NUMBER.test(this.text)) this.refuse("a number");
    this.offset = NUMBER.lastIndex;
    const written = this.text.slice(start, this.offset);
    const lost = becomes(written);
    if (lost === undefined) return;
    this.visitor.problem?.({
      code: "file/changed-number",
      offset: start,
      found: `the number ${cut(written)}`,
      expected: "a number that a double holds",
      advice: `It would be read as ${lost}; write it with fewer digits, or as a text in double quotes.`,
    });
  }

  private unit(): number {
    return this.text.charCodeAt(this.offset);
  }

  private word(): string | undefined {
    WORD.lastIndex = this.offset;
    return WORD.exec(this.text)?.[0];
  }

  private found(): string {
    const point = this.text.codePointAt(this.offset);
    return point === undefined ? "the end" : JSON.stringify(this.word() ?? String.fromCodePoint(point));
  }

  private refuse(expected: string): never {
    throw new Refusal(this.problem(expected));
  }

  private refuseDepth(): never {
    throw new Refusal({
      code: "file/too-deep",
      offset: this.offset,
      found: `list or object number ${DEEPEST + 1} inside one another`,
      expected: `at most ${DEEPEST}`,
      advice: "No record is nested so; see what wrote the file.",
    });
  }
}

/** What a number as written turns into where that is another one. */
function becomes(written: string): string | undefined {
  if (written.length <= SAFE_LENGTH && !/[eE]/.test(written)) return undefined;
  const value = Number(written);
  if (!Number.isFinite(value)) return "infinity";
  if (value === 0) return /^[^eE]*[1-9]/.test(written) ? "0" : undefined;
  if (!/^-?\d+$/.test(written) || Number.isSafeInteger(value)) return undefined;
  // The shortest digits that a double is written with stand for it, even where they are not its value to the last.
  return written === String(value) || BigInt(written) === BigInt(value) ? undefined : String(value);
}

function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/^the end$/, "The text is cut off, or a quote or bracket is never closed."],
  [/^"[}\]]"$/, "Take out the comma before it, or add what is missing."],
  [/^"['‘’“”«»]"$/, "JSON has straight double quotes only."],
  [/^"[/#]"$/, "JSON has no comments."],
  [/^"(?:-?Infinity|NaN|None|nan|inf)"$/, "JSON has no such value: leave the field out."],
  [/^"(?:True|False)"$/, "JSON writes true and false in lower case."],
  [
    /^"[-+.\d]/,
    "A JSON number has digits on both sides of its point, no plus sign and no zero before other digits.",
  ],
  [/^"\\u0000"$/, "The text holds zero bytes: if it is UTF-16, save it as UTF-8."],
  [/^"\\/, "Write such a character as an escape: \\n is the end of a line, \\t a tab."],
];

function adviceOn(found: string, expected: string): string {
  if (expected === "the end")
    return "One value is expected: more than one makes a JSON Lines file, one record a line.";
  const [, advice] = ADVICE.find(([pattern]) => pattern.test(found)) ?? [];
  return advice ?? "Mend the text there.";
}

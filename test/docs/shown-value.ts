/**
 * Results as the comments of examples show them: JavaScript values, in which `…` stands for whatever was left out.
 */

/** A shown value; `rest` in a list or an object stands for any further items. */
export type Shown =
  | { readonly is: "anything" }
  | { readonly is: "value"; readonly value: unknown }
  | { readonly is: "text"; readonly pattern: string; readonly wrapped: boolean }
  | { readonly is: "list"; readonly items: readonly (Shown | "rest")[] }
  | { readonly is: "object"; readonly fields: ReadonlyMap<string, Shown>; readonly rest: boolean };

const VALUE = /^(?:["'[{…]|-?\d|(?:true|false|null|undefined|NaN|-?Infinity)\b)/;
const WORDS: Readonly<Record<string, unknown>> = {
  ...{ true: true, false: false, null: null, undefined: undefined },
  ...{ NaN: Number.NaN, Infinity: Number.POSITIVE_INFINITY, "-Infinity": Number.NEGATIVE_INFINITY },
};

/** Whether a comment shows a value rather than saying something. */
export function showsValue(comment: string): boolean {
  return VALUE.test(comment);
}

/** Reads the value that a comment begins with; words may follow after a colon or a comma. Throws where it cannot. */
export function parseShown(comment: string): Shown {
  const reader = new Reader(comment);
  const shown = reader.value();
  if (!/^(?:$|[:,]\s)/.test(reader.rest()))
    throw new SyntaxError(`no end of the value before: ${reader.rest()}`);
  return shown;
}

class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  rest(): string {
    return this.text.slice(this.at).trim();
  }

  value(): Shown {
    if (this.take(/…/y)) return { is: "anything" };
    const quote = this.take(/["']/y);
    if (quote) return this.string(quote);
    if (this.take(/\[/y)) return this.list();
    if (this.take(/\{/y)) return this.object();
    const fraction = this.take(/-?\d+\/\d+/y)
      ?.split("/")
      .map(Number);
    if (fraction) return { is: "value", value: (fraction[0] as number) / (fraction[1] as number) };
    const number = this.take(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy);
    if (number !== undefined) return { is: "value", value: Number(number) };
    const word = this.take(/-?[A-Za-z]+/y);
    if (word === undefined || !Object.hasOwn(WORDS, word)) throw new SyntaxError(`no value: ${this.rest()}`);
    return { is: "value", value: WORDS[word] };
  }

  private string(quote: string): Shown {
    let pattern = "";
    for (; this.at < this.text.length; this.at += 1) {
      const character = this.text[this.at] as string;
      if (character === quote) {
        this.at += 1;
        return { is: "text", pattern, wrapped: pattern.includes("\n ") };
      }
      if (character === "\\") {
        this.at += 1;
        const escaped = this.text[this.at] as string;
        pattern += { n: "\n", r: "\r", t: "\t" }[escaped] ?? escaped;
      } else pattern += character;
    }
    throw new SyntaxError("a text without an end");
  }

  private list(): Shown {
    const items: (Shown | "rest")[] = [];
    while (!this.take(/\]/y)) {
      items.push(this.take(/…/y) ? "rest" : this.value());
      this.separator(/\]/y);
    }
    return { is: "list", items };
  }

  private object(): Shown {
    const fields = new Map<string, Shown>();
    let rest = false;
    while (!this.take(/\}/y)) {
      if (this.take(/…/y)) rest = true;
      else {
        const quote = this.take(/["']/y);
        const key = quote ? this.string(quote) : undefined;
        const name = key?.is === "text" ? key.pattern : this.take(/[\w$]+/y);
        if (name === undefined || !this.take(/:/y)) throw new SyntaxError(`no field: ${this.rest()}`);
        fields.set(name, this.value());
      }
      this.separator(/\}/y);
    }
    return { is: "object", fields, rest };
  }

  private separator(end: RegExp): void {
    if (this.take(/,/y)) return;
    const before = this.at;
    if (!this.take(end)) throw new SyntaxError(`no comma before: ${this.rest()}`);
    this.at = before;
  }

  private take(what: RegExp): string | undefined {
    const from = this.at + (/^\s*/.exec(this.text.slice(this.at))?.[0].length ?? 0);
    what.lastIndex = from;
    const [found] = what.exec(this.text) ?? [];
    if (found !== undefined) this.at = from + found.length;
    return found;
  }
}

/** Whether a value is what is shown. Fields that are `undefined` count as absent. */
export function isAsShown(shown: Shown, value: unknown): boolean {
  switch (shown.is) {
    case "anything":
      return true;
    case "value":
      return Object.is(shown.value, value);
    case "text":
      return typeof value === "string" && matchesText(shown.pattern, value, shown.wrapped);
    case "list":
      return Array.isArray(value) && matchesItems(shown.items, value);
    case "object": {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
      const fields = Object.entries(value).filter(([, field]) => field !== undefined);
      const left = new Map(fields);
      return (
        [...shown.fields].every(([pattern, field]) => {
          const found = fields.find(([name, is]) => matchesText(pattern, name) && isAsShown(field, is));
          return found !== undefined && (left.delete(found[0]) || true);
        }) &&
        (shown.rest || left.size === 0)
      );
    }
  }
}

function matchesItems(items: readonly (Shown | "rest")[], values: readonly unknown[]): boolean {
  const [first, ...others] = items;
  if (first === undefined) return values.length === 0;
  if (first === "rest")
    return [...Array(values.length + 1).keys()].some((skipped) =>
      matchesItems(others, values.slice(skipped)),
    );
  return values.length > 0 && isAsShown(first, values[0]) && matchesItems(others, values.slice(1));
}

/** Whether a text is as shown, `…` standing for any part; `wrapped` where the lines of the comment broke it. */
export function matchesText(pattern: string, text: string, wrapped = false): boolean {
  const plain = (some: string): string => (wrapped ? some.replace(/\s+/g, " ") : some);
  const parts = plain(pattern)
    .split("…")
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join("[\\s\\S]*")}$`).test(plain(text));
}

/** Whether the lines of a comment are, in this order, lines of a text. */
export function showsLinesOf(comment: string, text: string): boolean {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  let at = 0;
  return comment.split("\n").every((shown) => {
    const found = lines.findIndex((line, i) => i >= at && matchesText(shown.trim(), line));
    at = found + 1;
    return found >= 0;
  });
}

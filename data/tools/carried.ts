/**
 * What a claim carries: the numbers and the names that a reader of the claim, its entities and one of its citations
 * gets to see. A number or name of a passage that the claim does not carry is not accounted for by citing the passage.
 */
import type { Citation } from "../../src/model/citation.ts";
import type { ClaimRecord } from "../../src/model/claim.ts";
import type { EntityRecord } from "../../src/model/entity.ts";
import { type Quantity, readDecimal } from "../../src/model/quantity.ts";
import { type NumberToken, numbersIn, significant } from "./figures.ts";

/** What one claim carries, with one of its citations. */
export interface Carried {
  /** Names of its entities and its own texts, in which a name may be found. */
  readonly texts: readonly string[];
  /** How its numbers are written: `357.33`, `1/3`. */
  readonly digits: ReadonlySet<string>;
  /** Its numbers as values: 400000000000 for `400e9`. */
  readonly values: ReadonlySet<number>;
  /** Days of its dates, each as month and day. They answer only numbers that stand beside a month's name. */
  readonly days: ReadonlySet<string>;
}

const MONTHS = (
  "January February March April May June July August September October November December".split(
    " ",
  ) as string[]
).map((month) => [month, month.slice(0, 3), ...(month === "September" ? ["Sept"] : [])]);

/** Currencies whose names texts write with capitals. */
const CURRENCY_NAMES: Readonly<Record<string, string>> = { USD: "U.S. dollars", EUR: "Euro", CNY: "RMB" };

/** Fields that hold no words or figures of the claim itself, or are read in their own way. */
const APART = new Set(["id", "relation", "status", "inferred", "citations", "quantity", "valid", "attested"]);

/** What a claim carries by itself: entities, figure, dates, attributes. */
export function carriedBy(claim: ClaimRecord, entities: ReadonlyMap<string, EntityRecord>): Carried {
  const texts: string[] = [];
  const digits = new Set<string>();
  const values = new Set<number>();
  const days = new Set<string>();
  const read = (value: unknown): void => {
    if (typeof value === "number") values.add(value);
    else if (Array.isArray(value)) value.forEach(read);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(read);
    else if (typeof value === "string") texts.push(...textsOf(value, entities));
  };
  for (const [field, value] of Object.entries(claim)) if (!APART.has(field)) read(value);
  for (const date of [claim.valid, ...(claim.attested ?? [])]) {
    for (const [, year, month, day] of (date ?? "").matchAll(/(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/g)) {
      values.add(Number(year));
      if (month) texts.push(...(MONTHS[Number(month) - 1] ?? []));
      if (day) days.add(`${Number(month)} ${Number(day)}`);
    }
  }
  for (const value of claim.quantity ? figures(claim.quantity) : []) {
    digits.add(significant(value));
    const whole = readDecimal(value)?.value;
    if (whole !== undefined) values.add(Math.abs(whole));
  }
  if (claim.quantity) {
    const { unit, asReported, equivalents = [] } = claim.quantity;
    if (asReported !== undefined) texts.push(asReported);
    for (const { unit: code } of [{ unit }, ...equivalents]) {
      const name = CURRENCY_NAMES[code];
      if (name !== undefined) texts.push(name);
    }
  }
  for (const text of texts) for (const number of numbersIn(text)) digits.add(number.digits);
  return { texts, digits, values, days };
}

/** The names and words of whoever speaks in a citation. */
export function speakerTexts(
  { speaker, speakerDescription }: Citation,
  entities: ReadonlyMap<string, EntityRecord>,
): string[] {
  const names = speaker === undefined ? [] : textsOf(speaker, entities);
  return speakerDescription === undefined ? names : [...names, speakerDescription];
}

/** Whether a claim carries a number that stands in `text`. */
export function carriesNumber({ digits, values, days }: Carried, number: NumberToken, text: string): boolean {
  if (digits.has(number.digits) || values.has(Number(number.digits))) return true;
  const month = monthBeside(text, number);
  return month !== undefined && days.has(`${month} ${Number(number.digits)}`);
}

function monthBeside(text: string, { start, end }: NumberToken): number | undefined {
  const before = /(\p{L}+)\.? $/u.exec(text.slice(Math.max(0, start - 12), start))?.[1];
  const after = /^ (\p{L}+)/u.exec(text.slice(end, end + 12))?.[1];
  const month = MONTHS.findIndex((names) => names.some((name) => name === before || name === after));
  return month < 0 ? undefined : month + 1;
}

function figures({ value, low, high, equivalents = [] }: Quantity): string[] {
  return [value, low, high, ...equivalents.map((equivalent) => equivalent.value)].filter(
    (figure) => figure !== undefined,
  );
}

/** The names of the entity that `value` is the id of, else `value` itself. */
function textsOf(value: string, entities: ReadonlyMap<string, EntityRecord>): string[] {
  return entities.get(value)?.names.map((name) => name.value) ?? [value];
}

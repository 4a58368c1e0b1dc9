/**
 * The numbers that a passage writes, in digits or in words, and whether a claim's figure is among them.
 */
import type { ClaimRecord } from "../../src/model/claim.ts";
import { readDecimal } from "../../src/model/quantity.ts";

/** A number in a text, with its UTF-16 offsets. `digits` is how a quantity would write its significant part. */
export interface NumberToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** `357.33`, `16859`, `1/3`, `15`. */
  readonly digits: string;
}

const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const WORDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ONES.map((word, i) => [word, String(i)])),
  ...Object.fromEntries(TENS.map((word, i) => [word, String((i + 2) * 10)])),
  hundred: "100",
  hundreds: "100",
  thousand: "1000",
  thousands: "1000",
  first: "1",
  second: "2",
  third: "3",
  fourth: "4",
  fifth: "5",
  sixth: "6",
  seventh: "7",
  eighth: "8",
  ninth: "9",
  tenth: "10",
  once: "1",
  twice: "2",
  double: "2",
  doubled: "2",
  doubling: "2",
  half: "1/2",
  "one-half": "1/2",
  "one-third": "1/3",
  "two-thirds": "2/3",
  "one-quarter": "1/4",
  quarter: "1/4",
  "one-fourth": "1/4",
  "one-fifth": "1/5",
  "one-tenth": "1/10",
};

const WORD_PATTERN = Object.keys(WORDS)
  .sort((a, b) => b.length - a.length)
  .join("|");
const NUMBER = new RegExp(
  `\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\b(?:${WORD_PATTERN})\\b`,
  "gi",
);

/** Every number of a text in order. */
export function numbersIn(text: string): NumberToken[] {
  return Array.from(text.matchAll(NUMBER), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    digits: WORDS[match[0].toLowerCase()] ?? match[0].replaceAll(",", ""),
  }));
}

/** The significant digits of a written value: `357.33e9` is `357.33`, `1/3` is itself. */
export function significant(value: string): string {
  return value.replace(/e-?\d+$/, "").replace(/^-/, "");
}

/** Whether a passage writes a value, in digits or words: by its significant part, or as a whole number. */
export function writes(passage: string, value: string): boolean {
  const whole = readDecimal(value)?.value;
  const numbers = numbersIn(passage);
  // To double is to grow by a hundred per cent.
  if (value === "100" && numbers.some((number) => /^doubl/i.test(number.text))) return true;
  return numbers.some(
    (number) =>
      number.digits === significant(value) || (whole !== undefined && Number(number.digits) === whole),
  );
}

/** The values of a claim's figure that a passage of it must write: the value itself and those in other units. */
export function figuresOf(claim: ClaimRecord): string[] {
  if (!claim.quantity) return [];
  return [claim.quantity.value, ...(claim.quantity.equivalents ?? []).map((equivalent) => equivalent.value)];
}

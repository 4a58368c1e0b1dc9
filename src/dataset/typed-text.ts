/**
 * Texts as values: what formats without types of their own hold.
 */
import { type ColumnType, splitList } from "../format/tabular.ts";

/**
 * The value of a type that a text stands for, or the text itself where it stands for none or for a number that no double
 * holds, so that the check of records refuses it by name.
 *
 * @example
 * [typedValue("80.4", "number"), typedValue("80,4", "number"), typedValue("road|rail", "list")];
 * // [80.4, "80,4", ["road", "rail"]]
 */
export function typedValue(text: string, type: ColumnType): unknown {
  if (type === "list") return splitList(text);
  if (type === "boolean") return /^(true|false)$/i.test(text) ? text.toLowerCase() === "true" : text;
  if (type !== "number" && type !== "integer") return text;
  const value = Number(text);
  const exact = Number.isFinite(value) && (!/^[+-]?\d+$/.test(text) || Number.isSafeInteger(value));
  return exact && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? value : text;
}

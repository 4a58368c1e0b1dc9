/**
 * Tables made from plain text: what every view gives to those who do not see its drawing, or would rather read it.
 */
import { element, headRow } from "../element.ts";

/** Text; or a button with a text and what it does. */
export type Cell = string | { readonly text: string; readonly choose: () => void };

/** A table with a caption and a header for each column and row; the first cell of a row is the row's header. */
export function makeTable(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): HTMLTableElement {
  return element(
    "table",
    {},
    element("caption", {}, caption),
    headRow(...columns),
    element("tbody", {}, ...rows.map((row) => element("tr", {}, ...row.map(placed)))),
  );
}

function placed(cell: Cell, column: number): HTMLTableCellElement {
  const content =
    typeof cell === "string" ? cell : element("button", { type: "button", click: cell.choose }, cell.text);
  return column === 0 ? element("th", { scope: "row" }, content) : element("td", {}, content);
}

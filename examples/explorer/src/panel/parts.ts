/** The pieces that panels are put together from. */
import { element } from "../element.ts";

/** A headed part. */
export function part(heading: string, ...content: readonly Node[]): HTMLElement {
  return element("section", { class: "part" }, element("h3", {}, heading), ...content);
}

/** Names and values; those without a value are left out. */
export function facts(
  rows: readonly (readonly [name: string, value: Node | string | false | undefined])[],
): HTMLElement {
  return element(
    "dl",
    { class: "facts" },
    ...rows.flatMap(([name, value]) => (value ? [element("dt", {}, name), element("dd", {}, value)] : [])),
  );
}

export function listOf(items: readonly Node[]): HTMLElement {
  return element("ul", { class: "items" }, ...items.map((item) => element("li", {}, item)));
}

export function collapsible(summary: string, ...content: readonly Node[]): HTMLElement {
  return element("details", {}, element("summary", {}, summary), ...content);
}

/** Filters: groups of boxes to tick, and how many claims each has in the whole dataset. None ticked leaves all in. */
import { count, element } from "../element.ts";

export interface FilterGroup {
  readonly root: HTMLElement;
  /** Offers other values, in their order. */
  setOptions(options: readonly FilterOption[]): void;
  show(chosen: readonly string[]): void;
}

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  readonly claims: number;
  /** `#rrggbb`, where it has one in the views. */
  readonly color?: string;
}

export function makeFilterGroup(
  name: string,
  legend: string,
  options: { readonly open: boolean; readonly hint?: string; change(chosen: readonly string[]): void },
): FilterGroup {
  const boxes = new Map<string, HTMLInputElement>();
  const list = element("div", { class: "boxes" });
  const summary = element("summary", {});
  const clear = element(
    "button",
    { type: "button", class: "link", click: () => options.change([]) },
    "Untick all",
  );
  const root = element(
    "details",
    { class: "filter", open: options.open },
    summary,
    element(
      "fieldset",
      {},
      element("legend", { class: "voice" }, legend),
      options.hint !== undefined && element("p", { class: "hint" }, options.hint),
      list,
      clear,
    ),
  );
  const ticked = (): string[] => [...boxes].filter(([, box]) => box.checked).map(([value]) => value);
  return {
    root,
    setOptions(offered) {
      boxes.clear();
      list.replaceChildren(...offered.map((option) => box(option)));
    },
    show(chosen) {
      for (const [value, input] of boxes) input.checked = chosen.includes(value);
      clear.hidden = chosen.length === 0;
      summary.textContent = chosen.length === 0 ? legend : `${legend}: ${chosen.length} ticked`;
    },
  };

  function box({ value, label, claims, color }: FilterOption): HTMLElement {
    const input = element("input", { type: "checkbox", name, value, change: () => options.change(ticked()) });
    boxes.set(value, input);
    const swatch = color === undefined ? undefined : element("i", { class: "swatch", "aria-hidden": "true" });
    swatch?.style.setProperty("background", color as string);
    return element(
      "label",
      {},
      input,
      swatch,
      element("span", {}, label),
      element("span", { class: "count", title: count(claims, "claim") }, claims.toLocaleString("en")),
    );
  }
}

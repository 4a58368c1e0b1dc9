/** A card around a view: its heading, and the switch between the drawing and its table. */
import { element } from "./element.ts";
import type { ViewName } from "./state.ts";
import { moveByArrows, oneStop } from "./table-keys.ts";
import type { Selection, View } from "./view.ts";

export interface Card<S extends Selection> {
  readonly root: HTMLElement;
  /** Shows a selection, as a drawing or as a table; a card out of sight waits until it is in sight again. */
  update(selection: S, how: { readonly hidden: boolean; readonly asTable: boolean }): void;
}

export interface CardOptions<S extends Selection> {
  readonly name: ViewName;
  readonly title: string;
  /** Stands in the heading beside the title. */
  readonly extra?: Node;
  make(container: HTMLElement): View<S>;
  setTable(asTable: boolean): void;
}

export function makeCard<S extends Selection>(options: CardOptions<S>): Card<S> {
  const { name, title, extra, make, setTable } = options;
  const place = element("div", { class: "view-place" });
  const tablePlace = element("div", {
    ...{
      class: "table-scroll",
      hidden: true,
      tabindex: 0,
      role: "region",
      "aria-label": `${title} as a table`,
    },
  });
  const toggle = element(
    "button",
    {
      type: "button",
      "aria-pressed": "false",
      click: () => setTable(toggle.getAttribute("aria-pressed") !== "true"),
    },
    "Table",
  );
  toggle.setAttribute("aria-label", `${title} as a table`);
  const root = element(
    "section",
    { class: `card card-${name}`, id: name, "aria-labelledby": `${name}-title` },
    element("header", {}, element("h2", { id: `${name}-title` }, title), extra, toggle),
    place,
    tablePlace,
  );
  let view: View<S> | undefined;
  let drawn: S | undefined;
  let tabled = false;
  moveByArrows(tablePlace);
  new ResizeObserver(() => {
    if (place.clientWidth > 0) view?.resize();
  }).observe(place);
  return {
    root,
    update(selection, { hidden, asTable }) {
      root.hidden = hidden;
      place.hidden = asTable;
      tablePlace.hidden = !asTable;
      toggle.setAttribute("aria-pressed", String(asTable));
      if (hidden) return;
      if (view && drawn === selection && tabled === asTable) return;
      // The view is made when its place has a size.
      view ??= make(place);
      view.update(selection);
      if (asTable && (!tabled || differs(drawn, selection))) {
        tablePlace.replaceChildren(view.table());
        oneStop(tablePlace);
      }
      drawn = selection;
      tabled = asTable;
    },
  };
}

/** Whether a table would read otherwise: what is chosen does not show in it. */
function differs<S extends Selection>(before: S | undefined, now: S): boolean {
  const { chosen: _before, ...others } = before ?? ({} as S);
  const { chosen: _now, ...fields } = now;
  const names = Object.keys({ ...others, ...fields }) as (keyof typeof fields)[];
  return names.some((name) => (others as typeof fields)[name] !== fields[name]);
}

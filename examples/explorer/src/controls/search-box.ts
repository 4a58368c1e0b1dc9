/**
 * Search over names in all recorded languages: a combobox whose list follows the typing. Choosing an entry chooses the
 * entity; Enter without one keeps only what touches entities so named.
 */
import { search } from "xinjiang-graph";
import { element } from "../element.ts";
import type { AnyGraph } from "../view.ts";

export interface SearchBox {
  readonly root: HTMLElement;
  setGraph(graph: AnyGraph): void;
  /** Shows the words that narrow the selection now. */
  show(words: string): void;
}

const MOST = 12;

export function makeSearchBox(actions: {
  chooseEntity(id: string): void;
  narrow(words: string): void;
}): SearchBox {
  let graph: AnyGraph | undefined;
  let active = -1;
  let shown = "";
  const input = element("input", {
    ...{
      type: "text",
      id: "search",
      role: "combobox",
      "aria-expanded": "false",
      "aria-controls": "search-list",
    },
    ...{
      "aria-autocomplete": "list",
      "aria-describedby": "search-hint",
      autocomplete: "off",
      spellcheck: "false",
    },
    placeholder: "Horgos, Қорғас, Huò’ěrguǒsī …",
    input: () => offer(),
    keydown: (event) => press(event as KeyboardEvent),
    blur: () => close(),
  });
  const list = element("ul", {
    id: "search-list",
    role: "listbox",
    "aria-label": "Entities found",
    hidden: true,
  });
  const all = element("button", { type: "button", class: "link", click: () => actions.narrow("") });
  const root = element(
    "div",
    { class: "search" },
    element("label", { for: "search" }, "Search names"),
    element("div", { class: "search-field" }, input, list),
    element(
      "p",
      { class: "hint", id: "search-hint" },
      "In any language. Enter keeps only what touches entities so named.",
    ),
    all,
  );

  function offer(): void {
    const hits = graph ? search(graph, input.value, { limit: MOST }) : [];
    active = -1;
    list.replaceChildren(
      ...hits.map(({ entity, name }, place) => {
        const { id, label, kind } = entity as unknown as { id: string; label: string; kind: string };
        return element(
          "li",
          {
            ...{ role: "option", id: `search-${place}`, "aria-selected": "false", "data-entity": id },
            mousedown: (event) => {
              event.preventDefault();
              choose(id);
            },
          },
          element("span", { lang: name.lang }, name.value),
          element("span", { class: "hint" }, name.value === label ? kind : `${label}, ${kind}`),
        );
      }),
    );
    const found = hits.length > 0;
    list.hidden = !found;
    input.setAttribute("aria-expanded", String(found));
    input.removeAttribute("aria-activedescendant");
  }

  function press(event: KeyboardEvent): void {
    const options = [...list.children] as HTMLElement[];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) offer();
      else activate(options, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      const id = options[active]?.dataset.entity;
      if (id !== undefined && !list.hidden) choose(id);
      else {
        close();
        actions.narrow(input.value.trim());
      }
    } else if (event.key === "Escape") {
      if (list.hidden) input.value = "";
      close();
    }
  }

  function activate(options: readonly HTMLElement[], step: 1 | -1): void {
    active = Math.max(-1, Math.min(options.length - 1, active + step));
    options.forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === active));
      if (place === active) option.scrollIntoView({ block: "nearest" });
    });
    const id = options[active]?.id;
    if (id === undefined) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", id);
  }

  function choose(id: string): void {
    close();
    actions.chooseEntity(id);
  }

  function close(): void {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  return {
    root,
    setGraph(next) {
      graph = next;
    },
    show(words) {
      // What is being written is left alone, however often the page is drawn meanwhile.
      if (words !== shown || document.activeElement !== input) input.value = words;
      shown = words;
      all.hidden = words === "";
      all.textContent = `Only entities named “${words}”: show all again`;
    },
  };
}

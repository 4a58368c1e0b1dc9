/** Everything by which one says what is shown: search, the two days, the filters. */
import type { ClaimStatus, PublisherClass } from "xinjiang-graph";
import { makeDateSlider } from "./controls/date-slider.ts";
import { type FilterOption, makeFilterGroup } from "./controls/filters.ts";
import { makeSearchBox } from "./controls/search-box.ts";
import type { Dataset } from "./dataset.ts";
import { element } from "./element.ts";
import type { State } from "./state.ts";
import { kindColor, type Theme } from "./theme.ts";

/** A change of the state: `undefined` takes a value out. */
export type Change = { readonly [Field in keyof State]?: State[Field] | undefined };

export interface Sidebar {
  setDataset(data: Dataset, theme: Theme): void;
  show(state: State): void;
}

/** Fills the container. `change` is told whether a movement is done, and of what sort it is. */
export function makeSidebar(
  container: HTMLElement,
  change: (change: Change, how?: { readonly done: boolean }) => void,
): Sidebar {
  const search = makeSearchBox({
    chooseEntity: (entity) => change({ entity, claim: undefined }),
    narrow: (words) => change({ words }),
  });
  const asOf = makeDateSlider({
    ...{ name: "as-of", legend: "As of", none: "any day", hint: "What holds on this day, by what was said." },
    change: (asOf, done) => change({ asOf }, { done }),
  });
  const knownBy = makeDateSlider({
    ...{
      name: "known-by",
      legend: "As known by",
      none: "today",
      hint: "Only what had been published by this day.",
    },
    change: (knownBy, done) => change({ knownBy }, { done }),
  });
  const possible = element("input", {
    ...{
      type: "checkbox",
      id: "possible",
      change: () => change({ certainty: possible.checked ? "possible" : "certain" }),
    },
  });
  const groups = {
    kinds: makeFilterGroup("kind", "Kinds of entity", {
      open: matchMedia("(min-width: 900px)").matches,
      change: (kinds) => change({ kinds }),
    }),
    relations: makeFilterGroup("relation", "Relations", {
      open: false,
      change: (relations) => change({ relations }),
    }),
    statuses: makeFilterGroup("status", "Status", {
      open: false,
      hint: "None ticked: all; on a day, only actual and ongoing, for a plan does not hold yet.",
      change: (statuses) => change({ statuses: statuses as readonly ClaimStatus[] }),
    }),
    classes: makeFilterGroup("publisher", "Publisher classes", {
      open: false,
      change: (classes) => change({ classes: classes as readonly PublisherClass[] }),
    }),
  };
  container.append(
    search.root,
    asOf.root,
    knownBy.root,
    element(
      "label",
      { class: "check", for: "possible" },
      possible,
      "Also what only possibly holds, drawn fainter",
    ),
    ...Object.values(groups).map(({ root }) => root),
  );
  return {
    setDataset(data, theme) {
      const { kinds, relations } = data.graph.getAttribute("ontology");
      search.setGraph(data.graph);
      const [first, last] = data.span;
      asOf.setRange(first, last, []);
      const { publications } = data;
      const until = publications.at(-1) ?? last;
      knownBy.setRange((publications[0] ?? first) - 31, until + 31, publications);
      const options = (
        counts: ReadonlyMap<string, number>,
        label: (value: string) => string,
      ): FilterOption[] =>
        [...counts]
          .sort(([a, claimsOfA], [b, claimsOfB]) => claimsOfB - claimsOfA || (a < b ? -1 : 1))
          .map(([value, claims]) => ({ value, label: label(value), claims }));
      groups.kinds.setOptions(
        options(data.counts.kinds, (kind) => kinds[kind]?.plural ?? kind).map((option) => {
          const color = kinds[option.value]?.color;
          return color === undefined ? option : { ...option, color: kindColor(color, theme) };
        }),
      );
      groups.relations.setOptions(
        options(data.counts.relations, (relation) => relations[relation]?.label ?? relation),
      );
      groups.statuses.setOptions(options(data.counts.statuses, (status) => status));
      groups.classes.setOptions(options(data.counts.classes, (name) => name));
    },
    show(state) {
      search.show(state.words);
      asOf.show(state.asOf);
      knownBy.show(state.knownBy);
      possible.checked = state.certainty === "possible";
      for (const name of ["kinds", "relations", "statuses", "classes"] as const)
        groups[name].show(state[name]);
    },
  };
}

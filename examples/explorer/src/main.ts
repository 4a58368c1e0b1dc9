/**
 * The explorer: one state, one selection made from it, four views of the selection. Every control changes the state;
 * everything shown follows from it.
 */
import { loadXinjiang } from "xinjiang-graph";
import { makeAddress } from "./address.ts";
import { type Card, makeCard } from "./card.ts";
import { makeDownloads } from "./controls/downloads.ts";
import { makeOwnFiles } from "./controls/own-files.ts";
import { radios } from "./controls/radios.ts";
import { makeShare } from "./controls/share.ts";
import { type Dataset, openDataset } from "./dataset.ts";
import { byId, count } from "./element.ts";
import { makeFigureChoice } from "./figures.ts";
import { makeNetworkView } from "./network/network-view.ts";
import { layOutAsBundled } from "./network/positions.ts";
import { silenceOf } from "./panel/about-panel.ts";
import { makePanel } from "./panel/panel.ts";
import { type Selected, select, selectedGraph } from "./selection.ts";
import { type Change, makeSidebar } from "./sidebar.ts";
import { DEFAULT_STATE, type ReadState, type State, type ViewName } from "./state.ts";
import { onSystemTheme, type Theme, themeOf } from "./theme.ts";
import type { Actions, AnyGraph, MakeView, Selection, SeriesSelection } from "./view.ts";
import { makeMapView } from "./views/map.ts";
import { makeSeriesChart } from "./views/series-chart.ts";
import { makeTimelineView } from "./views/timeline.ts";

const bundledGraph = loadXinjiang() as unknown as AnyGraph;
layOutAsBundled(bundledGraph);
const bundled = openDataset(bundledGraph);

let data: Dataset = bundled;
let state: State = DEFAULT_STATE;
let theme: Theme = "light";
let selected: Selected | undefined;
let drawing = false;

const actions: Actions = {
  chooseClaim: (claim) => change({ claim, entity: undefined }),
  chooseEntity: (entity) => change({ entity, claim: undefined }),
};
const address = makeAddress(() => data, arrive);
const sidebar = makeSidebar(byId("filters"), change);
const panel = makePanel(byId("details"));
const figures = makeFigureChoice((indicator, subject) => change({ indicator, subject }));
const layouts = radios(
  "layout",
  "Show",
  { all: "All views", network: "Network", map: "Map", timeline: "Timeline", figures: "Figures" },
  (layout) => change({ layout }),
);
const themes = radios("theme", "Colours", { auto: "As the system", light: "Light", dark: "Dark" }, (theme) =>
  change({ theme }),
);
const ownFiles = makeOwnFiles({ open: (graph) => open(openDataset(graph)), back: () => open(bundled) });

const cards: Readonly<Record<Exclude<ViewName, "figures">, Card<Selection>>> = {
  network: card("network", "Network", makeNetworkView),
  map: card("map", "Map", makeMapView),
  timeline: card("timeline", "Timeline", makeTimelineView),
};
const figureCard = makeCard<SeriesSelection>({
  ...{ name: "figures", title: "Figures", extra: figures.root },
  make: (container) => makeSeriesChart(container, actions),
  setTable: (asTable) => setTable("figures", asTable),
});

byId("views").append(...Object.values(cards).map(({ root }) => root), figureCard.root);
byId("layout").append(layouts.root);
byId("theme").append(themes.root);
byId("data").append(
  makeShare(() => address.link()),
  makeDownloads(() => selectedGraph(data, state, (selected ?? select(data, state, theme)).selection)),
  ownFiles.root,
);
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("main").focus();
});
onSystemTheme(() => change({}));
open(bundled);
arrive(address.read());

function card(name: ViewName, title: string, make: MakeView): Card<Selection> {
  return makeCard<Selection>({
    ...{ name, title },
    make: (container) => make(container, actions),
    setTable: (asTable) => setTable(name, asTable),
  });
}

function setTable(name: ViewName, asTable: boolean): void {
  const others = state.tables.filter((table) => table !== name);
  change({ tables: asTable ? [...others, name] : others });
}

/** The next state. Changes of the same fields that follow closely are one step of the history. */
function change(part: Change, { done = true }: { readonly done?: boolean } = {}): void {
  const next = Object.entries({ ...state, ...part }).filter(([, value]) => value !== undefined);
  state = Object.freeze(Object.fromEntries(next)) as unknown as State;
  if (done) address.write(state, Object.keys(part).sort().join(" "));
  draw();
}

/** Shows a state that the address has. */
function arrive(read: ReadState): void {
  state = read.state;
  byId("message").textContent =
    read.problems.length === 0
      ? ""
      : `This link could not be read in full; the rest is as usual. ${read.problems.join(" ")}`;
  draw();
}

/** Shows another dataset. What the state names of the old one goes. */
function open(next: Dataset): void {
  data = next;
  state = Object.freeze({ ...DEFAULT_STATE, theme: state.theme, layout: state.layout, tables: state.tables });
  theme = themeOf(state.theme);
  sidebar.setDataset(data, theme);
  figures.setGraph(data.graph);
  ownFiles.show(data !== bundled);
  byId("title").textContent = data.info.title ?? data.info.name;
  byId("silence").textContent = silenceOf(data.graph);
  draw();
}

/** Draws before the next frame: several changes, one drawing. */
function draw(): void {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => {
    drawing = false;
    drawNow();
  });
}

function drawNow(): void {
  const began = performance.now();
  const before = theme;
  theme = themeOf(state.theme);
  document.documentElement.dataset.theme = theme;
  if (theme !== before) sidebar.setDataset(data, theme);
  sidebar.show(state);
  layouts.show(state.layout);
  themes.show(state.theme);
  selected = select(data, state, theme);
  byId("views").dataset.layout = state.layout;
  for (const [name, { update }] of Object.entries(cards)) update(selected.selection, how(name as ViewName));
  const chosen = figures.show(state.indicator, state.subject);
  figureCard.update({ ...selected.selection, ...chosen }, how("figures"));
  tell(selected);
  panel.update(
    {
      ...{ graph: data.graph, knownBy: state.knownBy, actions },
      chart: (indicator, subject) =>
        change({ indicator, subject, layout: state.layout === "all" ? "all" : "figures" }),
    },
    state,
    selected,
  );
  performance.measure("explorer:draw", { start: began });
}

function how(name: ViewName): { hidden: boolean; asTable: boolean } {
  return {
    hidden: state.layout !== "all" && state.layout !== name,
    asTable: state.tables.includes(name),
  };
}

function tell({ selection, possible, setAside }: Selected): void {
  const { claims, entities } = selection;
  const doubt = possible > 0 ? `, ${possible.toLocaleString("en")} of them only possibly so` : "";
  byId("status").textContent =
    `${count(claims.length, "claim")}${doubt}, ${count(entities.size, "entity", "entities")}.` +
    (setAside === "" ? "" : ` Left out: ${setAside}.`);
}

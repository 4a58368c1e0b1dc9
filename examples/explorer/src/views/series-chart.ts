/**
 * The chart of figures: every report of an indicator for a subject, with its hedge, side by side where reports differ.
 * No line joins them: what lies between two figures nobody reported.
 */
import { count, element } from "../element.ts";
import type { MakeView, SeriesSelection } from "../view.ts";
import { daysOf } from "./claim-span.ts";
import { nameOf } from "./claim-text.ts";
import { makeTip } from "./controls.ts";
import { placeLabels } from "./map-labels.ts";
import {
  countedIn,
  figuresTime,
  type PanelBox,
  type PlacedFigure,
  placeFigures,
  takenBy,
  valueScale,
} from "./series-layout.ts";
import { bars, line, SHAPE_COUNT, sign, svg } from "./series-marks.ts";
import { type Panel, seriesPanels } from "./series-panels.ts";
import { makeTable } from "./table.ts";
import { type TimeScale, timeTicks } from "./time-axis.ts";

/** Room beside, above and under the plots; the least height of one. */
const MARGIN = { left: 52, right: 14, top: 26, bottom: 24 };
const LEAST = 170;

export const makeSeriesChart: MakeView<SeriesSelection> = (container, actions) => {
  let selection: SeriesSelection | undefined;
  let panels: readonly Panel[] = [];
  const title = element("h3", { class: "figures-title" });
  const definition = element("p", { class: "view-note" });
  const legend = element("ul", { class: "figures-legend" });
  const stage = element("div", { class: "view-stage figures-stage" });
  const root = element("div", { class: "view" }, title, definition, legend, stage);
  container.append(root);
  let tip = makeTip(stage);

  function draw(): void {
    stage.replaceChildren();
    tip = makeTip(stage);
    if (!selection) return;
    const sources = sourcesOf(panels);
    writeHead(selection, panels, { title, definition, legend }, sources);
    const [width, room] = [stage.clientWidth, stage.clientHeight];
    if (panels.length === 0 || width === 0) return;
    const tall = Math.max(LEAST, Math.floor(room / panels.length));
    const chart = svg("svg", { width, height: tall * panels.length, class: "figures", role: "group" });
    chart.setAttribute("aria-label", title.textContent);
    const time = figuresTime(panels, MARGIN.left, width - MARGIN.right);
    panels.forEach((panel, index) => {
      const top = index * tall;
      const box: PanelBox = {
        ...{ left: MARGIN.left, right: width - MARGIN.right },
        ...{ top: top + MARGIN.top, bottom: top + tall - MARGIN.bottom },
      };
      chart.append(drawPanel(panel, box, time, selection as SeriesSelection, sources));
    });
    stage.prepend(chart);
  }

  function drawPanel(
    panel: Panel,
    box: PanelBox,
    time: TimeScale,
    now: SeriesSelection,
    sources: readonly string[],
  ): SVGGElement {
    const values = valueScale(panel, box);
    const placed = placeFigures(panel, time, values, box);
    const unit = countedIn(panel.unit, values.domain(), unitWord(now, panel.unit));
    const heading = [panel.scope, unit.words].filter((part) => part !== "").join(" · ");
    const panelMarks = svg("g", {}, ...axes(box, time, values, unit.factor));
    panelMarks.append(svg("text", { x: 2, y: box.top - 12, class: "figures-heading" }, heading));
    if (now.asOf !== undefined) {
      const x = time.x(daysOf(now.asOf)[1] + 1);
      if (x > box.left && x < box.right) panelMarks.append(line(x, box.top, x, box.bottom, "figures-asof"));
    }
    for (const figure of placed) panelMarks.append(figureMark(figure, now, sources));
    const labels = placeLabels(
      placed.map(({ x, y, from, to, figure }) => ({ x, y, from, to, radius: 7, text: figure.digits })),
      box.right,
      box.bottom,
      (text) => text.length * 6.2,
      placed.flatMap(takenBy),
    );
    for (const { index, x, y } of labels) {
      const { digits } = (placed[index] as PlacedFigure).figure;
      panelMarks.append(svg("text", { x, y: y + 4, class: "figures-value" }, digits));
    }
    return panelMarks;
  }

  function figureMark(placed: PlacedFigure, now: SeriesSelection, sources: readonly string[]): SVGGElement {
    const { figure, x, y } = placed;
    const words = [`${figure.words}, ${figure.status}`, `${figure.time} · ${figure.sources.join(", ")}`];
    // A figure that several sources bear has the sign of each.
    const signs = figure.sources.map((source, index) => {
      const shape = Math.max(0, sources.indexOf(source));
      const made = sign(shape, figure.status);
      made.setAttribute("class", `source-${shape % SHAPE_COUNT}`);
      made.setAttribute("transform", `translate(${x + (index - (figure.sources.length - 1) / 2) * 12} ${y})`);
      return made;
    });
    const source = Math.max(0, sources.indexOf(figure.sources[0] ?? ""));
    const chosen = now.chosen?.claim === figure.claim;
    const mark = svg(
      "g",
      {
        ...{
          class: `figure source-${source % SHAPE_COUNT}${chosen ? " chosen" : ""}`,
          tabindex: 0,
          role: "button",
        },
        ...{ "aria-label": words.join(". "), "aria-pressed": String(chosen) },
      },
      ...bars(placed),
      svg("circle", { cx: x, cy: y, r: 13, class: "figure-target" }),
      ...signs,
    );
    const choose = (): void => actions.chooseClaim(figure.claim);
    mark.addEventListener("click", choose);
    mark.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose();
    });
    for (const name of ["pointerenter", "focus"]) {
      mark.addEventListener(name, () => tip.show(words, x, y - stage.scrollTop));
    }
    for (const name of ["pointerleave", "blur"]) mark.addEventListener(name, () => tip.hide());
    return mark;
  }

  return {
    update(next) {
      selection = next;
      panels = seriesPanels(next);
      draw();
    },
    resize: draw,
    destroy() {
      root.remove();
    },
    table() {
      const rows = panels.flatMap((panel) =>
        panel.figures.map((figure) => [
          { text: figure.words, choose: () => actions.chooseClaim(figure.claim) },
          figure.time,
          panel.scope || "whole",
          figure.status,
          rangeText(figure.softLow, figure.softHigh, panel.unit),
          rangeText(figure.low, figure.high, panel.unit),
          figure.sources.join(", "),
        ]),
      );
      const columns = ["Figure", "Time", "Scope", "Status", "Ordinarily meant", "Words allow", "Sources"];
      return makeTable(`${title.textContent}: ${count(rows.length, "figure")}`, columns, rows);
    },
  };
};

function sourcesOf(panels: readonly Panel[]): string[] {
  return [...new Set(panels.flatMap((panel) => panel.figures.flatMap(({ sources }) => sources)))].sort();
}

function unitWord({ graph }: SeriesSelection, unit: string): string {
  const { units } = graph.getAttribute("ontology");
  return units && Object.hasOwn(units, unit) ? (units[unit]?.label ?? unit) : unit;
}

function rangeText(low: number, high: number, unit: string): string {
  const text = (value: number): string =>
    Number.isFinite(value) ? value.toLocaleString("en", { maximumFractionDigits: 4 }) : "no bound";
  return low === high ? text(low) : `${text(low)} to ${text(high)}${unit === "1" ? "" : ` ${unit}`}`;
}

function axes(
  box: PanelBox,
  time: TimeScale,
  values: ReturnType<typeof valueScale>,
  factor: number,
): SVGElement[] {
  const ticks = values.ticks(Math.max(2, Math.floor((box.bottom - box.top) / 44)));
  return [
    ...ticks.flatMap((tick) => [
      line(box.left, values(tick), box.right, values(tick), "figures-grid"),
      svg(
        "text",
        { x: box.left - 8, y: values(tick) + 4, class: "figures-tick figures-left" },
        (tick / factor).toLocaleString("en", { maximumFractionDigits: 3 }),
      ),
    ]),
    line(box.left, box.bottom, box.right, box.bottom, "figures-axis"),
    ...timeTicks(time, 70).flatMap(({ x, text }) => [
      line(x, box.bottom, x, box.bottom + 4, "figures-axis"),
      svg("text", { x, y: box.bottom + 17, class: "figures-tick figures-under" }, text),
    ]),
  ];
}

interface Head {
  readonly title: HTMLElement;
  readonly definition: HTMLElement;
  readonly legend: HTMLElement;
}

function writeHead(
  selection: SeriesSelection,
  panels: readonly Panel[],
  { title, definition, legend }: Head,
  sources: readonly string[],
): void {
  const { graph, indicator, subject } = selection;
  legend.replaceChildren();
  if (indicator === undefined || subject === undefined || panels.length === 0) {
    title.textContent = "Figures";
    definition.textContent =
      indicator === undefined || subject === undefined
        ? "Choose an indicator and whom it is of."
        : "No figure of this is known by that day.";
    return;
  }
  const attributes = graph.getNodeAttributes(indicator) as { label: string; definition?: unknown };
  const units = [...new Set(panels.map((panel) => panel.unit))].filter((unit) => unit !== "1");
  title.textContent = `${attributes.label}: ${graph.hasNode(subject) ? graph.getNodeAttribute(subject, "label") : nameOf(selection, subject)}${units.length > 0 ? ` (${units.join(", ")})` : ""}`;
  definition.textContent =
    typeof attributes.definition === "string" ? attributes.definition : "The dataset gives no definition.";
  const item = (mark: SVGElement, text: string, name = ""): HTMLLIElement => {
    const glyph = svg("svg", { width: 16, height: 16, viewBox: "-8 -8 16 16", "aria-hidden": "true" }, mark);
    return element("li", {}, element("span", { class: name }, glyph), text);
  };
  const statuses = new Set(panels.flatMap((panel) => panel.figures.map(({ status }) => status)));
  legend.append(
    ...sources.map((source, index) =>
      item(
        sign(index, "actual"),
        index < SHAPE_COUNT ? source : `${source} (same sign as another)`,
        `source-${index % SHAPE_COUNT}`,
      ),
    ),
    ...[...statuses]
      .filter((status) => status !== "actual" && status !== "ongoing")
      .map((status) => item(sign(0, status), `${status} (outlined)`)),
    item(line(0, -7, 0, 7, "figure-soft"), "ordinarily meant"),
    item(line(0, -7, 0, 7, "figure-hard"), "as far as the words allow; an arrow: without bound"),
  );
}

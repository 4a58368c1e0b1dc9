/** Which figures there are: of whom, on what. They are found by the ontology: relations that always carry a figure. */
import { nameIn } from "xinjiang-graph";
import { element } from "./element.ts";
import type { AnyGraph } from "./view.ts";

export interface FigurePair {
  readonly indicator: string;
  readonly subject: string;
  readonly points: number;
}

/** The pairs of indicator and subject that have figures, most figures first. */
export function figurePairs(graph: AnyGraph): readonly FigurePair[] {
  const { relations } = graph.getAttribute("ontology");
  const pairs = new Map<string, FigurePair>();
  graph.forEachEdge((_id, { relation, subject, object }) => {
    if (relations[relation]?.quantity !== "required") return;
    const key = JSON.stringify([object, subject]);
    pairs.set(key, { indicator: object, subject, points: (pairs.get(key)?.points ?? 0) + 1 });
  });
  return [...pairs.values()].sort(
    (a, b) => b.points - a.points || (a.indicator < b.indicator ? -1 : 1) || (a.subject < b.subject ? -1 : 1),
  );
}

export interface FigureChoice {
  readonly root: HTMLElement;
  setGraph(graph: AnyGraph): void;
  /** Shows a pair, or the one with most figures that fits; returns what is shown. */
  show(indicator: string | undefined, subject: string | undefined): { indicator?: string; subject?: string };
}

/** Two lists: an indicator, and of those who have figures of it, one. */
export function makeFigureChoice(change: (indicator: string, subject: string) => void): FigureChoice {
  let graph: AnyGraph | undefined;
  let pairs: readonly FigurePair[] = [];
  const indicators = element("select", {
    ...{ id: "indicator", "aria-label": "Indicator", change: () => changed(undefined) },
  });
  const subjects = element("select", {
    id: "subject",
    "aria-label": "Of",
    change: () => changed(subjects.value),
  });
  const root = element("span", { class: "figure-choice" }, indicators, subjects);

  function changed(subject: string | undefined): void {
    const fitting = pairs.find(
      (pair) => pair.indicator === indicators.value && (subject === undefined || pair.subject === subject),
    );
    if (fitting) change(fitting.indicator, fitting.subject);
  }

  const name = (id: string): string => (graph?.hasNode(id) ? nameIn(graph.getNodeAttributes(id)) : id);
  const option = (value: string, points: number): HTMLElement =>
    element("option", { value }, points > 1 ? `${name(value)} (${points})` : name(value));

  return {
    root,
    setGraph(next) {
      graph = next;
      pairs = figurePairs(next);
      const counts = new Map<string, number>();
      for (const { indicator, points } of pairs) counts.set(indicator, (counts.get(indicator) ?? 0) + points);
      indicators.replaceChildren(
        ...[...counts].sort(([, a], [, b]) => b - a).map(([id, points]) => option(id, points)),
      );
    },
    show(indicator, subject) {
      const fitting =
        pairs.find(
          (pair) => pair.indicator === indicator && (subject === undefined || pair.subject === subject),
        ) ??
        pairs.find((pair) => indicator === undefined && pair.subject === subject) ??
        pairs.find((pair) => pair.indicator === indicator) ??
        pairs[0];
      root.hidden = fitting === undefined;
      if (!fitting) return {};
      indicators.value = fitting.indicator;
      subjects.replaceChildren(
        ...pairs
          .filter((pair) => pair.indicator === fitting.indicator)
          .map((pair) => option(pair.subject, pair.points)),
      );
      subjects.value = fitting.subject;
      return fitting;
    },
  };
}

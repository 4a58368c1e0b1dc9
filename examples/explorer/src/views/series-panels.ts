/**
 * From the figures of a series to panels: figures share a panel and its scale only if they are about the same thing in
 * units that convert. Which figures there are is the library's answer; nothing is chosen here.
 */
import {
  conversionFactor,
  type Day,
  type Ontology,
  quantityInWords,
  type SeriesPoint,
  series,
} from "xinjiang-graph";
import type { AnyGraph, SeriesSelection } from "../view.ts";
import { daysOf } from "./claim-span.ts";
import { nameOf } from "./claim-text.ts";

type Point = SeriesPoint<{
  readonly id: string;
  readonly citations: readonly { readonly source: string }[];
}>;

/** A figure in its panel's unit. Bounds are infinite where a hedge leaves a side open. */
export interface Figure {
  readonly claim: string;
  /** As reported: "over 357 billion CNY". */
  readonly words: string;
  /** Its hedge and digits alone: "over 357 billion". */
  readonly digits: string;
  readonly time: string;
  readonly first: Day;
  readonly last: Day;
  readonly value: number;
  readonly softLow: number;
  readonly softHigh: number;
  readonly low: number;
  readonly high: number;
  readonly status: Point["status"];
  readonly certainty: Point["certainty"];
  /** Ids, each once. */
  readonly sources: readonly string[];
}

export interface Panel {
  /** What its figures are narrowed to, in words; empty where they are not. */
  readonly scope: string;
  readonly unit: string;
  /** By first day, last day and claim. */
  readonly figures: readonly Figure[];
}

/** The panels of a subject's figures on an indicator, as known by the selection's day: whatever status, any scope. */
export function seriesPanels(selection: SeriesSelection): Panel[] {
  const { graph, indicator, subject, knownBy } = selection;
  if (indicator === undefined || subject === undefined) return [];
  if (!graph.hasNode(indicator) || !graph.hasNode(subject)) return [];
  const points = series(graph as never, {
    ...{ subject, indicator: indicator as never, scope: "any", status: "any", certainty: "possible" },
    ...(knownBy !== undefined && { reportedBy: knownBy }),
  }) as unknown as readonly Point[];
  const ontology = graph.getAttribute("ontology");
  const usual = (graph.getNodeAttributes(indicator) as { readonly unit?: unknown }).unit;
  const panels: { scope: string; unit: string; figures: Figure[] }[] = [];
  for (const point of points) {
    const scope = scopeInWords(graph, selection, point.scope);
    const unit = inUnit(typeof usual === "string" ? usual : point.unit, point.unit, ontology);
    const found = panels.find(
      (panel) => panel.scope === scope && conversionFactor(unit, panel.unit, ontology) !== undefined,
    );
    const panel = found ?? { scope, unit, figures: [] };
    if (!found) panels.push(panel);
    panel.figures.push(figureOf(point, conversionFactor(point.unit, panel.unit, ontology) ?? 1, ontology));
  }
  return panels.sort((a, b) => Number(a.scope !== "") - Number(b.scope !== ""));
}

/** The usual unit, if figures in the other can be given in it. */
function inUnit(usual: string, other: string, ontology: Ontology): string {
  return conversionFactor(other, usual, ontology) === undefined ? other : usual;
}

function figureOf(point: Point, factor: number, ontology: Ontology): Figure {
  return {
    claim: point.claim.id,
    words: quantityInWords(point.quantity, ontology),
    digits: quantityInWords({ value: point.quantity.value, unit: "1", comparator: point.comparator }),
    time: point.time,
    first: daysOf(point.from)[0],
    last: daysOf(point.to)[1],
    value: point.value * factor,
    ...{ softLow: point.softLow * factor, softHigh: point.softHigh * factor },
    ...{ low: point.low * factor, high: point.high * factor },
    ...{ status: point.status, certainty: point.certainty },
    sources: [...new Set(point.claim.citations.map(({ source }) => source))],
  };
}

function scopeInWords(graph: AnyGraph, selection: SeriesSelection, scope: Point["scope"]): string {
  return Object.entries(scope ?? {})
    .map(([field, value]) => `${field} ${graph.hasNode(value) ? labelOf(graph, selection, value) : value}`)
    .join(", ");
}

function labelOf(graph: AnyGraph, selection: SeriesSelection, id: string): string {
  return selection.entities.has(id) ? nameOf(selection, id) : graph.getNodeAttribute(id, "label");
}

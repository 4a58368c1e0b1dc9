/**
 * Small datasets of figures, modelled on the five documents: their sources, and claims written in one line each.
 */
import { assembleGraph } from "../../src/graph/assemble.ts";
import type { KnowledgeGraph } from "../../src/graph/knowledge-graph.ts";
import type { ClaimRecord } from "../../src/model/claim.ts";
import type { EntityRecord } from "../../src/model/entity.ts";
import type { Quantity } from "../../src/model/quantity.ts";
import type { DatasetRecords } from "../../src/model/record.ts";
import type { Source } from "../../src/model/source.ts";

type SourceId = "daily-2024" | "office-2024" | "daily-2025" | "portal-2025";

const publisher = (name: string, kind: Source["publisher"]["class"]): Source["publisher"] => ({
  name,
  class: kind,
  classifiedBy: "nobody",
  classifiedOn: "2026",
});
const source = (id: SourceId, published: string, by: Source["publisher"], held?: string): Source => ({
  ...{ id, title: id, publisher: by, genre: "test", language: "en", published, accessed: "2026-11-21" },
  ...(held && { held }),
});

export const SOURCES: readonly Source[] = [
  source("daily-2024", "2024-03-07", publisher("China Daily", "state media")),
  source(
    "office-2024",
    "2024-06-27",
    publisher("State Council Information Office", "government"),
    "2024-05-21",
  ),
  source("daily-2025", "2025-03-07", publisher("China Daily", "state media")),
  source("portal-2025", "2025-09-29", publisher("people.cn", "party media")),
];

/** A figure in one line: `on` is the indicator's slug, `of` the subject (Xinjiang unless given). */
export interface FigureLine extends Quantity {
  readonly id: string;
  readonly on: string;
  readonly of?: string;
  readonly valid?: string;
  readonly attested?: readonly string[];
  readonly status?: ClaimRecord["status"];
  readonly scope?: ClaimRecord["scope"];
  readonly source?: SourceId;
  readonly speaker?: string;
  readonly stance?: "asserts" | "denies" | "reports";
}

export function claimOfLine(line: FigureLine): ClaimRecord {
  const {
    id,
    on,
    of = "region/xinjiang",
    valid,
    attested,
    status = "actual",
    scope,
    speaker,
    ...rest
  } = line;
  const { source: from = "office-2024", stance = "asserts", ...quantity } = rest;
  return {
    ...{ id, subject: of, relation: "observed", object: `indicator/${on}`, status, quantity },
    ...(valid !== undefined && { valid }),
    ...(attested && { attested }),
    ...(scope && { scope }),
    citations: [{ source: from, readAs: "excerpt", voice: "quoted", stance, ...(speaker && { speaker }) }],
  };
}

const named = (id: string, more: object = {}): EntityRecord => ({
  id,
  names: [{ value: id.slice(id.indexOf("/") + 1).replaceAll("-", " "), lang: "en" }],
  ...more,
});

/** Attributes of indicators by slug; those that a line names and this leaves out are flows. */
export type Indicators = Readonly<Record<string, object>>;

export function figureRecords(
  indicators: Indicators,
  lines: readonly FigureLine[],
  claims: readonly ClaimRecord[] = [],
): DatasetRecords {
  const slugs = new Set([...Object.keys(indicators), ...lines.map(({ on }) => on)]);
  const others = ["region/xinjiang", "region/xinjiang-ftz", "region/central-asia", "country/china"];
  const speakers = ["official/chen-weijun", "official/erkin-tuniyaz"];
  return {
    sources: SOURCES,
    entities: [
      ...[...others, ...speakers].map((id) => named(id)),
      ...[...slugs].map((slug) => named(`indicator/${slug}`, { measure: "flow", ...indicators[slug] })),
    ],
    claims: [...lines.map(claimOfLine), ...claims],
  };
}

export function figureGraph(
  indicators: Indicators,
  lines: readonly FigureLine[],
  claims: readonly ClaimRecord[] = [],
): KnowledgeGraph {
  return assembleGraph(figureRecords(indicators, lines, claims));
}

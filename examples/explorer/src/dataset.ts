/**
 * A dataset on show: its graph, and what of it stays the same whatever is selected.
 */
import {
  boundsOf,
  CLAIM_STATUSES,
  type DatasetInfo,
  type Day,
  type FlatRow,
  PUBLISHER_CLASSES,
  parseValidTime,
  snapshot,
  toRows,
} from "xinjiang-graph";
import type { Vocabulary } from "./state.ts";
import { kindColor } from "./theme.ts";
import type { AnyGraph, Selection, ShownBounds, ShownClaim, ShownEntity } from "./view.ts";

/** Frozen in all but its caches. */
export interface Dataset extends Vocabulary {
  readonly graph: AnyGraph;
  readonly info: DatasetInfo;
  /** Every claim as all citations together have it, in the order in which queries give them. */
  readonly ordered: readonly ShownClaim[];
  /** Two numbers a claim, in the same order: the places of its subject and its object in `entityIds`. */
  readonly ends: Uint32Array;
  readonly entityIds: readonly string[];
  readonly span: Selection["span"];
  /** Days on which a source was published, each once, in order. */
  readonly publications: readonly Day[];
  /** How many claims touch a kind, are of a relation, a status, a publisher class. */
  readonly counts: Readonly<
    Record<"kinds" | "relations" | "statuses" | "classes", ReadonlyMap<string, number>>
  >;
  /** Every entity, in the colours of a theme. */
  entitiesIn(theme: Selection["theme"]): ReadonlyMap<string, ShownEntity>;
  /** The claims whose time reads otherwise to one who knows only what was published by that day. */
  revisedBy(knownBy: string): ReadonlyMap<string, ShownClaim>;
}

/** What the page needs of a graph. Linear in it. */
export function openDataset(graph: AnyGraph): Dataset {
  const { ontology, sources, dataset: info } = graph.getAttributes();
  const published = new Map(Object.values(sources).map(({ id, published }) => [id, firstDayOf(published)]));
  const claims = new Map(toRows(graph).map((row) => [row.claim, shownClaim(row, graph, published)]));
  const everything = snapshot(graph, { status: "any", includeDenied: true, certainty: "possible" });
  const ordered = everything.claims().map((id) => claims.get(id) as ShownClaim);
  const entityIds = graph.nodes();
  const revisable = [...claims.values()].filter(isRevisable);
  const themes = new Map<string, ReadonlyMap<string, ShownEntity>>();
  let revised: { readonly knownBy: string; readonly claims: ReadonlyMap<string, ShownClaim> } | undefined;
  return {
    ...{ graph, info, ordered, entityIds, ends: endsOf(ordered, entityIds) },
    kinds: Object.keys(ontology.kinds),
    relations: Object.keys(ontology.relations),
    statuses: CLAIM_STATUSES,
    classes: PUBLISHER_CLASSES,
    hasEntity: (id) => graph.hasNode(id),
    hasClaim: (id) => claims.has(id),
    span: spanOf([...claims.values()]),
    publications: [...new Set(published.values())].sort((a, b) => a - b),
    counts: countsOf(graph),
    entitiesIn(theme) {
      const made = themes.get(theme) ?? entitiesOf(graph, theme);
      themes.set(theme, made);
      return made;
    },
    revisedBy(knownBy) {
      if (revised?.knownBy === knownBy) return revised.claims;
      const relation = [...new Set(revisable.map((claim) => claim.relation))];
      const rows =
        relation.length === 0 ? [] : toRows(graph, { relation, reportedBy: knownBy, certainty: "possible" });
      const ids = new Set(revisable.map((claim) => claim.id));
      revised = {
        knownBy,
        claims: new Map(
          rows
            .filter((row) => ids.has(row.claim))
            .map((row) => [row.claim, shownClaim(row, graph, published)]),
        ),
      };
      return revised.claims;
    },
  };
}

function endsOf(ordered: readonly ShownClaim[], entityIds: readonly string[]): Uint32Array {
  const numbers = new Map(entityIds.map((id, number) => [id, number]));
  return Uint32Array.from(
    ordered.flatMap(({ subject, object }) => [numbers.get(subject) as number, numbers.get(object) as number]),
  );
}

/** The first day that an EDTF date or interval may mean. */
function firstDayOf(text: string): Day {
  return boundsOf(parseValidTime(text), "event").earliestStart;
}

const days = new Map<string, Day>();

/** A row's ISO day as a number; the same days come up again and again, so each is read once. */
function dayOf(text: string): Day | undefined {
  if (text === "") return undefined;
  const known = days.get(text) ?? firstDayOf(text);
  days.set(text, known);
  return known;
}

function shownClaim(row: FlatRow, graph: AnyGraph, published: ReadonlyMap<string, Day>): ShownClaim {
  const sources = row.sources.split(" ").filter(Boolean);
  const bounds: ShownBounds = {
    ...{ earliestStart: dayOf(row.earliestStart), latestStart: dayOf(row.latestStart) },
    ...{ earliestEnd: dayOf(row.earliestEnd), latestEnd: dayOf(row.latestEnd) },
    ...{ attested: row.attested, vague: /[~?%]/.test(row.time) },
  };
  return {
    ...{ id: row.claim, subject: row.subject, object: row.object, relation: row.relation },
    ...{ label: graph.getEdgeAttribute(row.claim, "label"), certainty: "certain", time: row.time, bounds },
    ...{ status: graph.getEdgeAttribute(row.claim, "status"), sources },
    reportedFrom: Math.min(...sources.map((source) => published.get(source) ?? 0)),
  };
}

/** Whether its time may depend on which of its citations one knows: an open end, or several attested days. */
function isRevisable({ sources, time }: ShownClaim): boolean {
  return sources.length > 1 && /\.\.|\S\s+\S/.test(time);
}

/** From the year of the claim in the first hundredth to the year of the one in the last: a few outliers do not count. */
function spanOf(claims: readonly ShownClaim[]): Selection["span"] {
  const firsts = sorted(
    claims.map(({ bounds }) =>
      bounds.attested ? bounds.latestStart : (bounds.earliestStart ?? bounds.latestStart),
    ),
  );
  const lasts = sorted(
    claims.map(({ bounds }) =>
      bounds.attested ? bounds.earliestEnd : (bounds.latestEnd ?? bounds.earliestEnd),
    ),
  );
  const first = firsts[Math.floor(firsts.length / 100)] ?? 0;
  const last = lasts[Math.ceil((lasts.length * 99) / 100) - 1] ?? first;
  return [yearStart(first, 0), yearStart(Math.max(first, last), 1) - 1];
}

function sorted(found: readonly (Day | undefined)[]): Day[] {
  return found.filter((day) => day !== undefined).sort((a, b) => a - b);
}

const MS = 86_400_000;

function yearStart(day: Day, later: number): Day {
  return Date.UTC(new Date(day * MS).getUTCFullYear() + later, 0, 1) / MS;
}

function entitiesOf(graph: AnyGraph, theme: Selection["theme"]): ReadonlyMap<string, ShownEntity> {
  const { kinds } = graph.getAttribute("ontology");
  const colors = new Map(Object.entries(kinds).map(([kind, { color }]) => [kind, kindColor(color, theme)]));
  return new Map(
    graph.mapNodes((id, attributes) => {
      const { kind, label, lat, lng } = attributes as typeof attributes & { lat?: number; lng?: number };
      const place = lat === undefined || lng === undefined ? {} : { lat, lng };
      return [id, { id, kind, label, color: colors.get(kind) ?? "#808080", ...place }];
    }),
  );
}

function countsOf(graph: AnyGraph): Dataset["counts"] {
  const counts = { kinds: new Map(), relations: new Map(), statuses: new Map(), classes: new Map() };
  const sources = graph.getAttribute("sources");
  const add = (counted: Map<string, number>, names: Iterable<string>): void => {
    for (const name of new Set(names)) counted.set(name, (counted.get(name) ?? 0) + 1);
  };
  graph.forEachEdge((_id, claim, _subject, _object, subject, object) => {
    add(counts.kinds, [subject.kind, object.kind]);
    add(counts.relations, [claim.relation]);
    add(counts.statuses, [claim.status]);
    add(
      counts.classes,
      claim.citations.flatMap(({ source }) => sources[source]?.publisher.class ?? []),
    );
  });
  return counts;
}

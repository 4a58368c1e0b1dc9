/**
 * The selection: which claims of a dataset a state leaves in, and the entities that they join.
 */
import { describeSetAside, type SnapshotOptions, search, snapshot } from "xinjiang-graph";
import type { Dataset } from "./dataset.ts";
import type { State } from "./state.ts";
import type { Theme } from "./theme.ts";
import type { AnyGraph, Selection, ShownClaim, ShownEntity } from "./view.ts";

/** A selection, and what to say about it. */
export interface Selected {
  readonly selection: Selection;
  readonly possible: number;
  /** Why claims are not in it, in words; empty where all are. */
  readonly setAside: string;
}

/** The part of a selection that follows from days and filters, not from what is chosen. */
interface Filtered {
  readonly entities: ReadonlyMap<string, ShownEntity>;
  readonly claims: readonly ShownClaim[];
  readonly possible: number;
  readonly setAside: string;
}

let last: { readonly data: Dataset; readonly key: string; readonly filtered: Filtered } | undefined;

/**
 * What a state leaves in. On a day, only what is actual or ongoing counts unless statuses are chosen: a plan for a day
 * does not hold on it. Linear in the claims, unless only the choice within them is another.
 */
export function select(data: Dataset, state: State, theme: Theme): Selected {
  const { kinds, words } = state;
  const key = JSON.stringify([filterOf(state), kinds, words, theme]);
  if (last?.data !== data || last.key !== key)
    last = { data, key, filtered: keepSame(last?.filtered, filter(data, state, theme)) };
  const { entities, claims, possible, setAside } = last.filtered;
  const selection: Selection = {
    ...{ graph: data.graph, entities, claims, span: data.span, theme },
    ...(state.asOf !== undefined && { asOf: state.asOf }),
    ...(state.knownBy !== undefined && { knownBy: state.knownBy }),
    chosen: {
      ...(state.claim !== undefined && { claim: state.claim }),
      ...(state.entity !== undefined && { entity: state.entity }),
    },
  };
  return { selection, possible, setAside };
}

/** The claims come in the dataset's own order, so each is found by walking on, never by looking it up. */
function filter(data: Dataset, state: State, theme: Theme): Filtered {
  const asked = filterOf(state);
  const held = snapshot(data.graph, asked);
  const certain = snapshot(data.graph, { ...asked, certainty: "certain" }).claims();
  const revised = state.knownBy === undefined ? undefined : data.revisedBy(state.knownBy);
  const all = data.entitiesIn(theme);
  const touches = entityTest(data, state, all);
  const claims: ShownClaim[] = [];
  const joined = new Uint8Array(data.entityIds.length);
  let [place, surely, possible] = [0, 0, 0];
  for (const id of held.claims()) {
    while (data.ordered[place]?.id !== id) place += 1;
    const claim = data.ordered[place] as ShownClaim;
    const isCertain = certain[surely] === id;
    if (isCertain) surely += 1;
    if (touches && !touches(claim.subject) && !touches(claim.object)) continue;
    joined[data.ends[place * 2] as number] = joined[data.ends[place * 2 + 1] as number] = 1;
    const known = revised?.get(id) ?? claim;
    if (!isCertain) possible += 1;
    claims.push(isCertain ? known : asPossible(known));
  }
  const entities = new Map<string, ShownEntity>();
  data.entityIds.forEach((id, number) => {
    if (joined[number] === 1) entities.set(id, all.get(id) as ShownEntity);
  });
  return { entities, claims, possible, setAside: describeSetAside(held.setAside) };
}

/** The new one, with the parts of the old that are the same. */
function keepSame(before: Filtered | undefined, now: Filtered): Filtered {
  if (before?.claims.length !== now.claims.length) return now;
  if (!now.claims.every((claim, at) => claim === before.claims[at])) return now;
  const sameColors = [...now.entities].every(([id, entity]) => before.entities.get(id) === entity);
  return { ...now, claims: before.claims, ...(sameColors && { entities: before.entities }) };
}

/**
 * The selection as a graph of its own, to be carried away: as known by the day asked, with the layout on show. Costs a
 * graph.
 */
export function selectedGraph(data: Dataset, state: State, { claims }: Selection): AnyGraph {
  const graph = snapshot(data.graph, filterOf(state)).toGraph();
  const shown = new Set(claims.map(({ id }) => id));
  for (const id of graph.edges()) if (!shown.has(id)) graph.dropEdge(id);
  for (const id of graph.nodes()) if (graph.degree(id) === 0) graph.dropNode(id);
  return graph;
}

function filterOf(state: State): SnapshotOptions {
  const { asOf, knownBy, statuses, relations, classes, certainty } = state;
  return {
    certainty,
    status: statuses.length > 0 ? statuses : asOf === undefined ? "any" : ["actual", "ongoing"],
    ...(asOf !== undefined && { at: asOf }),
    ...(knownBy !== undefined && { reportedBy: knownBy }),
    ...(relations.length > 0 && { relation: relations }),
    ...(classes.length > 0 && { publisherClass: classes }),
  };
}

/** Whether an entity is of a chosen kind and bears a name with the words; `undefined` if nothing of the sort is asked. */
function entityTest(
  data: Dataset,
  { kinds, words }: State,
  all: ReadonlyMap<string, ShownEntity>,
): ((id: string) => boolean) | undefined {
  if (kinds.length === 0 && words === "") return undefined;
  const named =
    words === "" ? undefined : new Set<string>(search(data.graph, words).map(({ entity }) => entity.id));
  return (id) =>
    (kinds.length === 0 || kinds.includes((all.get(id) as ShownEntity).kind)) && (named?.has(id) ?? true);
}

const possibles = new WeakMap<ShownClaim, ShownClaim>();

/** The claim marked as only possible: always the same object for the same claim. */
function asPossible(claim: ShownClaim): ShownClaim {
  const known = possibles.get(claim) ?? { ...claim, certainty: "possible" };
  possibles.set(claim, known);
  return known;
}

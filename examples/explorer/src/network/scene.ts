/** What the network shows, from one selection to the next, and what looks otherwise than before. */
import type { AnyGraph, Selection, ShownClaim, ShownEntity } from "../view.ts";
import { type Palette, paletteOf } from "../views/palette.ts";
import { curvatures } from "./parallel.ts";

/** Above so many claims, lines cannot be told apart by pointing: they are drawn straight and without heads. */
const TELLABLE = 20_000;

export interface Scene {
  /** There are so many claims that lines are drawn as cheaply as can be, and not found by pointing. */
  readonly crowded: boolean;
  readonly theme: Selection["theme"];
  readonly palette: Palette;
  /** The claims as the selection had them. */
  readonly list: readonly ShownClaim[] | undefined;
  /** The same by id; `undefined` before the first selection: everything. */
  readonly claims: ReadonlyMap<string, ShownClaim> | undefined;
  readonly entities: ReadonlyMap<string, ShownEntity>;
  readonly curvatures: ReadonlyMap<string, number>;
  /** Radius in pixels. */
  readonly sizes: ReadonlyMap<string, number>;
  /** All entities, those with most claims first. */
  readonly bySize: readonly string[];
  /** The entities that bear their names whatever the zoom, so far as there is room. */
  readonly named: ReadonlySet<string>;
  readonly chosenClaim: string | undefined;
  readonly chosenEntity: string | undefined;
  /** The entity chosen, or the claim's ends. */
  readonly focus: ReadonlySet<string>;
  /** What stays in the light when something is chosen: the focus, and the neighbours of an entity. */
  readonly lit: ReadonlySet<string> | undefined;
}

/** The scene of a graph before anything is selected. */
export function firstScene(graph: AnyGraph, container: Element): Scene {
  // The more nodes, the smaller each.
  const scale = Math.min(1, Math.sqrt(1200 / (graph.order + 1)));
  const size = (id: string): number => scale * Math.min(16, 3 + 0.9 * Math.sqrt(graph.degree(id)));
  const sizes = new Map(graph.mapNodes((id) => [id, size(id)]));
  const bySize = graph.nodes().sort((a, b) => graph.degree(b) - graph.degree(a) || (a < b ? -1 : 1));
  return {
    crowded: graph.size > TELLABLE,
    ...{
      theme: "light",
      palette: paletteOf(container),
      list: undefined,
      claims: undefined,
      entities: new Map(),
    },
    ...{
      curvatures: graph.size > TELLABLE ? new Map() : curvatures(graph),
      sizes,
      bySize,
    },
    ...{
      named: new Set(),
      chosenClaim: undefined,
      chosenEntity: undefined,
      focus: new Set(),
      lit: undefined,
    },
  };
}

export function nextScene(before: Scene, selection: Selection, container: Element): Scene {
  const { chosen = {}, entities, claims, theme, graph } = selection;
  const sameChoice = before.chosenClaim === chosen.claim && before.chosenEntity === chosen.entity;
  return {
    ...before,
    ...(sameChoice ? {} : lightOn(graph, chosen)),
    ...{ theme, palette: theme === before.theme && before.claims ? before.palette : paletteOf(container) },
    ...(claims === before.list
      ? {}
      : { list: claims, claims: new Map(claims.map((shown) => [shown.id, shown])) }),
    entities,
    named: mostJoined(before.bySize, entities),
  };
}

/** More names than these find no room. */
const MOST_NAMES = 40;

function mostJoined(bySize: readonly string[], shown: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const id of bySize) {
    if (names.size >= MOST_NAMES) break;
    if (shown.has(id)) names.add(id);
  }
  return names;
}

function lightOn(
  graph: AnyGraph,
  { claim, entity }: NonNullable<Selection["chosen"]>,
): Pick<Scene, "chosenClaim" | "chosenEntity" | "focus" | "lit"> {
  const focus = new Set(
    claim === undefined ? (entity === undefined ? [] : [entity]) : graph.extremities(claim),
  );
  const near = claim === undefined && entity !== undefined ? graph.neighbors(entity) : [];
  return {
    ...{ chosenClaim: claim, chosenEntity: entity, focus },
    lit: focus.size === 0 ? undefined : new Set([...focus, ...near]),
  };
}

/** Whether everything is to be drawn anew: the colours or the light changed. */
export function differsThroughout(before: Scene, now: Scene): boolean {
  return !before.claims || before.lit !== now.lit || before.palette !== now.palette;
}

/** What came, went, or looks otherwise, where not everything does. */
export function differences(before: Scene, now: Scene): { nodes: string[]; edges: string[] } {
  const nodes = new Set(differing(before.entities, now.entities));
  for (const id of before.named) if (!now.named.has(id)) nodes.add(id);
  for (const id of now.named) if (!before.named.has(id)) nodes.add(id);
  return { nodes: [...nodes], edges: differing(before.claims, now.claims) };
}

function differing<T>(
  before: ReadonlyMap<string, T> = new Map(),
  now: ReadonlyMap<string, T> = new Map(),
): string[] {
  if (before === now) return [];
  const ids: string[] = [];
  for (const [id, value] of now) if (before.get(id) !== value) ids.push(id);
  for (const id of before.keys()) if (!now.has(id)) ids.push(id);
  return ids;
}

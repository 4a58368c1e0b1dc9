/**
 * Running compiled steps: each takes the rows that stand before it, as nodes of the tree, and gives those that stand
 * after. The generators yield only where an engine answers later; on a graph in memory they run through.
 */
import type { Tally } from "./answer.ts";
import type { CompiledStep, CompiledWalk } from "./compile-steps.ts";
import type { Level } from "./filter.ts";
import { type KeySource, orderRows } from "./order-rows.ts";
import { NAMED, type RowTree } from "./row-tree.ts";

/** Numbers of tree nodes: the rows at one point of the query, in order. */
export type Rows = readonly number[];

/** Rows to come, with what must be waited for first. */
export type Running = Generator<Promise<void>, Rows, void>;

export interface Run extends KeySource {
  /** Counts of what tests set aside. */
  readonly tally: Tally;
}

type Of<S extends CompiledStep["step"]> = Extract<CompiledStep, { readonly step: S }>;

/** Runs steps one after another. */
export function* runSteps(run: Run, steps: readonly CompiledStep[], from: Rows): Running {
  let rows = from;
  for (const step of steps) {
    switch (step.step) {
      case "walk":
        rows = yield* walk(run, step, rows);
        break;
      case "repeat":
        rows = yield* repeat(run, step, rows);
        break;
      case "optional":
        rows = yield* lookAside(run, step, rows);
        break;
      case "union":
        rows = yield* goSeveralWays(run, step, rows);
        break;
      default:
        rows = runInPlace(run, step, rows);
    }
  }
  return rows;
}

function runInPlace(
  run: Run,
  step: Exclude<CompiledStep, Of<"walk" | "repeat" | "optional" | "union">>,
  rows: Rows,
): Rows {
  switch (step.step) {
    case "where":
      return whereEntity(run, step, rows);
    case "whereClaim":
      return whereClaim(run, step, rows);
    case "as":
      return rows.map((row) => run.tree.note(row, NAMED + step.name));
    case "distinct":
      return distinct(run, step.by, rows);
    case "orderBy":
      return orderRows(run, step.keys, rows);
    case "limit":
      return rows.slice(step.offset, step.offset + step.count);
  }
}

function* walk({ tree }: Run, { expand, found, places }: CompiledWalk, rows: Rows): Running {
  const asked: number[] = [];
  for (const row of rows) {
    const entity = tree.entity[row] as number;
    if (places.has(entity)) continue;
    places.set(entity, places.size);
    asked.push(entity);
  }
  if (asked.length > 0) {
    const pending = expand(asked, found);
    if (pending) yield pending;
  }
  const { claims, others, outwards, levels, ends } = found;
  const reached: number[] = [];
  for (const row of rows) {
    const place = places.get(tree.entity[row] as number) as number;
    const end = ends[place] as number;
    for (let i = place === 0 ? 0 : (ends[place - 1] as number); i < end; i++) {
      reached.push(
        tree.hop(row, outwards[i] as number, others[i] as number, claims[i] as number, levels[i] as Level),
      );
    }
  }
  return reached;
}

function whereEntity({ read, tree, tally }: Run, { test, known }: Of<"where">, rows: Rows): Rows {
  return rows.filter((row) => {
    const entity = tree.entity[row] as number;
    let holds = known.get(entity);
    if (holds === undefined) {
      holds = test(read.entity(entity));
      known.set(entity, holds);
      if (!holds) tally.attribute += 1;
    }
    return holds;
  });
}

function whereClaim({ read, tree, tally }: Run, step: Of<"whereClaim">, rows: Rows): Rows {
  const kept: number[] = [];
  for (const row of rows) {
    const claim = tree.claim[row] as number;
    if (claim < 0) continue;
    let level = step.known.get(claim);
    if (level === undefined) {
      level = step.test(read.claim(claim));
      if (level < step.least) {
        tally[level === 0 ? "attribute" : "certainty"] += 1;
        level = 0;
      }
      step.known.set(claim, level);
    }
    if (level > 0) kept.push(level === 2 ? row : tree.doubt(row));
  }
  return kept;
}

/** One row for each place and set of names: the first of the most certain, where the first of all stood. */
function distinct({ tree, names }: Run, by: readonly number[] | undefined, rows: Rows): Rows {
  const parts = by ?? names.map((_, name) => name);
  const keyOf = (row: number): number | string => {
    if (parts.length === 0) return tree.entity[row] as number;
    const named = parts.map((name) => tree.named(row, name)).join(" ");
    return by ? named : `${tree.entity[row]} ${named}`;
  };
  const kept = new Map<number | string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    const other = kept.get(key);
    if (other === undefined || tree.level(row) > tree.level(other)) kept.set(key, row);
  }
  return [...kept.values()];
}

function* repeat(run: Run, { steps, min, max, mark }: Of<"repeat">, from: Rows): Running {
  const { tree } = run;
  const first = tree.size;
  let rows: Rows = from.map((row) => tree.note(row, mark));
  const kept: number[] = min === 0 ? [...rows] : [];
  for (let pass = 1; pass <= max && rows.length > 0; pass++) {
    const ended = yield* runSteps(run, steps, rows);
    rows = ended.filter((row) => isNewEnd(tree, row, mark, first)).map((row) => tree.note(row, mark));
    if (pass >= min) for (const row of rows) kept.push(row);
  }
  return kept;
}

/** Whether no earlier pass of this repeat ended, and it did not begin, where the row stands. */
function isNewEnd(tree: RowTree, row: number, mark: number, first: number): boolean {
  const entity = tree.entity[row];
  for (let node = row; node >= first; node = tree.parent[node] as number)
    if (tree.mark(node) === mark && tree.entity[node] === entity) return false;
  return true;
}

function* lookAside(run: Run, { steps }: Of<"optional">, from: Rows): Running {
  const { tree } = run;
  const first = tree.size;
  const origins = from.map((row) => tree.back(row, row));
  const seen: (number[] | undefined)[] = [];
  for (const row of yield* runSteps(run, steps, origins)) {
    let node = row;
    while (node >= first + origins.length) node = tree.parent[node] as number;
    const origin = node - first;
    const back = tree.back(row, node);
    const others = seen[origin];
    if (others) others.push(back);
    else seen[origin] = [back];
  }
  return origins.flatMap((origin, i) => seen[i] ?? [origin]);
}

function* goSeveralWays(run: Run, { branches }: Of<"union">, from: Rows): Running {
  const rows: number[] = [];
  for (const branch of branches) for (const row of yield* runSteps(run, branch, from)) rows.push(row);
  return rows;
}

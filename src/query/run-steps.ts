/**
 * Running compiled steps: each takes the rows that stand before it, as nodes of the tree, and gives those that stand
 * after. On a graph in memory they run through; a walk over an engine that answers later ends the run until it has.
 */
import type { Tally } from "./answer.ts";
import type { CompiledStep, CompiledWalk } from "./compile-steps.ts";
import { type KeySource, orderRows } from "./order-rows.ts";
import { NAMED, type RowTree } from "./row-tree.ts";

/** Numbers of tree nodes: the rows at one point of the query, in order. */
export type Rows = readonly number[];

/** Thrown by a walk whose answer is still to come; the run can begin again once it is there. */
export class Pending {
  constructor(readonly answer: Promise<void>) {}
}

export interface Run extends KeySource {
  /** Counts of what tests set aside. */
  readonly tally: Tally;
}

type Of<S extends CompiledStep["step"]> = Extract<CompiledStep, { readonly step: S }>;

/**
 * Runs steps one after another.
 * @throws Pending
 */
export function runSteps(run: Run, steps: readonly CompiledStep[], from: Rows): Rows {
  let rows = from;
  for (let i = 0; i < steps.length; i++) rows = runStep(run, steps[i] as CompiledStep, rows);
  return rows;
}

function runStep(run: Run, step: CompiledStep, rows: Rows): Rows {
  switch (step.step) {
    case "walk":
      return walk(run, step, rows);
    case "repeat":
      return repeat(run, step, rows);
    case "optional":
      return lookAside(run, step, rows);
    case "union":
      return goSeveralWays(run, step, rows);
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

function walk({ tree }: Run, { expand, found, asked: places }: CompiledWalk, rows: Rows): Rows {
  const asked: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const entity = tree.entity(rows[i] as number);
    if (places.add(entity)) asked.push(entity);
  }
  if (asked.length > 0) {
    const answer = expand.claims(asked, found);
    if (answer) throw new Pending(answer);
  }
  const reached: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const place = places.placeOf(tree.entity(row));
    const end = found.end(place);
    for (let at = found.end(place - 1); at < end; at++)
      reached.push(tree.hop(row, found.outwards(at), found.other(at), found.claim(at), found.level(at)));
  }
  return reached;
}

function whereEntity({ read, tree, tally }: Run, { test, known }: Of<"where">, rows: Rows): Rows {
  return rows.filter((row) => {
    const entity = tree.entity(row);
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
    const claim = tree.claim(row);
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
  if (rows.length < 2) return rows;
  const parts = by ?? names.map((_, name) => name);
  const keyOf = (row: number): number | string => {
    if (parts.length === 0) return tree.entity(row);
    const named = parts.map((name) => tree.named(row, name)).join(" ");
    return by ? named : `${tree.entity(row)} ${named}`;
  };
  const kept = new Map<number | string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    const other = kept.get(key);
    if (other === undefined || tree.level(row) > tree.level(other)) kept.set(key, row);
  }
  return [...kept.values()];
}

function repeat(run: Run, { steps, min, max, mark }: Of<"repeat">, from: Rows): Rows {
  const { tree } = run;
  const first = tree.size;
  let rows: Rows = from.map((row) => tree.note(row, mark));
  const kept: number[] = min === 0 ? [...rows] : [];
  for (let pass = 1; pass <= max && rows.length > 0; pass++) {
    const ended = runSteps(run, steps, rows);
    rows = ended.filter((row) => isNewEnd(tree, row, mark, first)).map((row) => tree.note(row, mark));
    if (pass >= min) for (const row of rows) kept.push(row);
  }
  return kept;
}

/** Whether no earlier pass of this repeat ended, and it did not begin, where the row stands. */
function isNewEnd(tree: RowTree, row: number, mark: number, first: number): boolean {
  const entity = tree.entity(row);
  for (let node = row; node >= first; node = tree.parent(node))
    if (tree.mark(node) === mark && tree.entity(node) === entity) return false;
  return true;
}

function lookAside(run: Run, { steps }: Of<"optional">, from: Rows): Rows {
  const { tree } = run;
  const first = tree.size;
  const origins = from.map((row) => tree.back(row, row));
  const seen: (number[] | undefined)[] = [];
  for (const row of runSteps(run, steps, origins)) {
    let node = row;
    while (node >= first + origins.length) node = tree.parent(node);
    const origin = node - first;
    const back = tree.back(row, node);
    const others = seen[origin];
    if (others) others.push(back);
    else seen[origin] = [back];
  }
  return origins.flatMap((origin, i) => seen[i] ?? [origin]);
}

function goSeveralWays(run: Run, { branches }: Of<"union">, from: Rows): Rows {
  const rows: number[] = [];
  for (const branch of branches) for (const row of runSteps(run, branch, from)) rows.push(row);
  return rows;
}

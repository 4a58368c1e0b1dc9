/**
 * Plans evaluated as they read: recursion over plain rows, every claim of the graph looked at for every row. The
 * builder's evaluation is tested against it.
 */

import { citationDays } from "../../src/graph/claim-times.ts";
import {
  type KnowledgeGraph,
  type Plan,
  type PlanStep,
  type StepOptions,
  snapshot,
} from "../../src/index.ts";
import type { Citation } from "../../src/model/citation.ts";
import type { Ontology } from "../../src/ontology/define.ts";
import { lastDayAsked } from "../../src/query/filter.ts";

/** A row: where it stands, by which claim, with what on the way. `claims` are ids. */
export interface NaiveRow {
  readonly at: string;
  readonly last: string | undefined;
  readonly claims: readonly string[];
  readonly doubtful: readonly string[];
  readonly names: Readonly<Record<string, string>>;
}

type Graph = KnowledgeGraph<Ontology>;

const TIME = ["at", "during", "before", "after", "overlaps", "startedIn"] as const;

export function naiveRows(graph: Graph, plan: Plan): NaiveRow[] {
  const start = graph
    .filterNodes((id, entity) => {
      const { kind, id: ids } = plan.from;
      return (
        (kind === undefined || [kind].flat().includes(entity.kind)) &&
        (ids === undefined || [ids].flat().includes(id))
      );
    })
    .map((at) => ({ at, last: undefined, claims: [], doubtful: [], names: {} }));
  return runAll(graph, plan.filter ?? {}, plan.steps, start, plan.filter ?? {});
}

/** `walked` is what the walk before asked for. */
function runAll(
  graph: Graph,
  filter: StepOptions,
  steps: readonly PlanStep[],
  rows: NaiveRow[],
  walked: StepOptions,
): NaiveRow[] {
  const [step, ...rest] = steps;
  if (!step) return rows;
  const next = step.step === "walk" ? { ...filter, ...step.filter } : walked;
  return runAll(graph, filter, rest, run(graph, filter, step, rows, walked), next);
}

function run(
  graph: Graph,
  filter: StepOptions,
  step: PlanStep,
  rows: NaiveRow[],
  walked: StepOptions,
): NaiveRow[] {
  switch (step.step) {
    case "walk":
      return walk(graph, filter, step, rows);
    case "as":
      return rows.map((row) => ({ ...row, names: { ...row.names, [step.name]: row.at } }));
    case "where":
      return rows.filter(({ at }) => {
        const entity = graph.getNodeAttributes(at) as unknown as Record<string, unknown>;
        return Object.entries(step.entity).every(([name, test]) =>
          [test].flat().includes(entity[name] as never),
        );
      });
    case "whereClaim":
      return rows.flatMap((row) => {
        if (row.last === undefined) return [];
        const claim = graph.getEdgeAttributes(row.last);
        if (step.claim.status !== undefined && ![step.claim.status].flat().includes(claim.status)) return [];
        const { source, voice, stance } = step.claim;
        if (source === undefined && voice === undefined && stance === undefined) return [row];
        const alike = claim.citations.filter(
          (citation) =>
            (source === undefined || citation.source === source) &&
            (voice === undefined || citation.voice === voice) &&
            (stance === undefined || citation.stance === stance),
        );
        const levels = alike.map((citation) => knownLevel(graph, citation, walked));
        if (levels.includes("sure")) return [row];
        if (walked.certainty !== "possible" || !levels.includes("perhaps")) return [];
        return [{ ...row, doubtful: [...row.doubtful, row.last] }];
      });
    case "repeat":
      return rows.flatMap((row) => repeated(graph, filter, step, row, [row.at], 0, walked));
    case "optional":
      return rows.flatMap((row) => {
        const seen = runAll(graph, filter, step.steps, [row], walked);
        return seen.length === 0 ? [row] : seen.map((one) => ({ ...one, at: row.at, last: row.last }));
      });
    case "union":
      return step.branches.flatMap((branch) => runAll(graph, filter, branch, rows, walked));
    default:
      throw new Error(`not for the oracle: ${step.step}`);
  }
}

function repeated(
  graph: Graph,
  filter: StepOptions,
  step: Extract<PlanStep, { readonly step: "repeat" }>,
  row: NaiveRow,
  ends: readonly string[],
  passes: number,
  walked: StepOptions,
): NaiveRow[] {
  const here = passes >= step.min ? [row] : [];
  if (passes === step.max) return here;
  const next = runAll(graph, filter, step.steps, [row], walked).filter((one) => !ends.includes(one.at));
  return [
    ...here,
    ...next.flatMap((one) => repeated(graph, filter, step, one, [...ends, one.at], passes + 1, walked)),
  ];
}

/** Whether a citation was known by the days of a filter. */
function knownLevel(graph: Graph, citation: Citation, known: StepOptions): "no" | "perhaps" | "sure" {
  const { reported, stated } = citationDays(citation, graph.getAttribute("sources")[citation.source]);
  const by = [
    [reported, lastDayAsked("reportedBy", known.reportedBy)],
    [stated, lastDayAsked("statedBy", known.statedBy)],
  ] as const;
  if (by.some(([days, last]) => days.first > last)) return "no";
  return by.every(([days, last]) => days.sure <= last) ? "sure" : "perhaps";
}

function walk(
  graph: Graph,
  query: StepOptions,
  step: Extract<PlanStep, { readonly step: "walk" }>,
  rows: NaiveRow[],
): NaiveRow[] {
  const own = step.filter ?? {};
  const base = TIME.some((part) => own[part] !== undefined)
    ? Object.fromEntries(
        Object.entries(query).filter(([name]) => !(TIME as readonly string[]).includes(name)),
      )
    : query;
  const held = snapshot(graph, { ...base, ...own });
  const { relations } = graph.getAttribute("ontology");
  return rows.flatMap((row) =>
    graph.reduceEdges<NaiveRow[]>((found, id, claim, subject, object) => {
      if (step.relations && !step.relations.includes(claim.relation)) return found;
      const certainty = held.certainty(id);
      if (certainty === "no") return found;
      const either = step.direction === "both" || relations[claim.relation]?.symmetric === true;
      const ends: string[] = [];
      if (subject === row.at && (either || step.direction === "out")) ends.push(object);
      if (object === row.at && (either ? subject !== object : step.direction === "in")) ends.push(subject);
      for (const at of ends) {
        const doubtful = certainty === "possible" ? [...row.doubtful, id] : row.doubtful;
        found.push({ ...row, at, last: id, claims: [...row.claims, id], doubtful });
      }
      return found;
    }, []),
  );
}

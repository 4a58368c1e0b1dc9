/**
 * From the steps of a plan to what runs: filters joined, tests compiled, names numbered.
 */
import type { AnyEntity, ReadGraph } from "../graph/read-graph.ts";
import type { Day } from "../time/partial-date.ts";
import type { Tally } from "./answer.ts";
import { type ClaimTest, compileClaimTests } from "./claim-tests.ts";
import { compileEntityTests } from "./entity-tests.ts";
import { type Expand, type Expander, Expansion } from "./expand.ts";
import type { ClaimFilter, Level } from "./filter.ts";
import { Places } from "./places.ts";
import type { OrderKey, Plan, PlanStep, WalkStep } from "./plan.ts";

/** A walk with what it has already found: no entity is asked about twice, and no claim counted twice. */
export interface CompiledWalk {
  readonly step: "walk";
  readonly expand: Expand;
  readonly found: Expansion;
  /** The entities asked about. */
  readonly asked: Places;
}

export type CompiledStep =
  | CompiledWalk
  | {
      readonly step: "where";
      readonly test: (entity: AnyEntity) => boolean;
      readonly known: Map<number, boolean>;
    }
  | {
      readonly step: "whereClaim";
      readonly test: ClaimTest;
      /** The least level that the query wants. */
      readonly least: Level;
      readonly known: Map<number, Level>;
    }
  | { readonly step: "as"; readonly name: number }
  | {
      readonly step: "repeat";
      readonly steps: readonly CompiledStep[];
      readonly min: number;
      readonly max: number;
      /** Mark of its passes. */
      readonly mark: number;
    }
  | { readonly step: "optional"; readonly steps: readonly CompiledStep[] }
  | { readonly step: "union"; readonly branches: readonly (readonly CompiledStep[])[] }
  | { readonly step: "distinct"; readonly by: readonly number[] | undefined }
  | { readonly step: "orderBy"; readonly keys: readonly OrderKey[] }
  | { readonly step: "limit"; readonly count: number; readonly offset: number };

export interface Compilation {
  readonly steps: readonly CompiledStep[];
  /** Names of the steps; a name's number is its place. */
  readonly names: readonly string[];
  readonly walks: readonly CompiledWalk[];
}

/**
 * Compiles the steps of a checked plan.
 * @throws NotFoundError `graph/unknown-relation`; InvalidQueryError of the filters
 */
export function compileSteps(read: ReadGraph, plan: Plan, expander: Expander, until: Day): Compilation {
  const compiler = new Compiler(read, plan.filter ?? {}, expander, until);
  const steps = compiler.compile(plan.steps);
  return { steps, names: compiler.names, walks: compiler.walks };
}

class Compiler {
  readonly names: string[] = [];
  readonly walks: CompiledWalk[] = [];
  private repeats = 0;
  /** What the last walk asked for. */
  private walked: ClaimFilter;

  constructor(
    private readonly read: ReadGraph,
    private readonly filter: ClaimFilter,
    private readonly expander: Expander,
    private readonly until: Day,
  ) {
    this.walked = filter;
  }

  compile(steps: readonly PlanStep[]): CompiledStep[] {
    const compiled: CompiledStep[] = [];
    for (let i = 0; i < steps.length; i++) compiled.push(this.step(steps[i] as PlanStep, steps[i + 1]));
    return compiled;
  }

  /** What a branch asks of its own steps says nothing of those after it. */
  private branch(steps: readonly PlanStep[]): CompiledStep[] {
    const before = this.walked;
    const compiled = this.compile(steps);
    this.walked = before;
    return compiled;
  }

  private step(step: PlanStep, next: PlanStep | undefined): CompiledStep {
    switch (step.step) {
      case "walk":
        return this.walk(step, next);
      case "where":
        return {
          step: "where",
          test: compileEntityTests(this.read, step.entity, this.until),
          known: new Map(),
        };
      case "whereClaim": {
        const least = this.walked.certainty === "possible" ? 1 : 2;
        return {
          step: "whereClaim",
          test: compileClaimTests(this.read, step.claim, this.walked),
          least,
          known: new Map(),
        };
      }
      case "as":
        return { step: "as", name: this.name(step.name) };
      case "repeat": {
        const mark = -1 - this.repeats++;
        return { step: "repeat", steps: this.branch(step.steps), min: step.min, max: step.max, mark };
      }
      case "optional":
        return { step: "optional", steps: this.branch(step.steps) };
      case "union":
        return { step: "union", branches: step.branches.map((branch) => this.branch(branch)) };
      case "distinct":
        return { step: "distinct", by: step.by?.map((name) => this.name(name)) };
      case "orderBy":
        return step;
      case "limit":
        return { step: "limit", count: step.count, offset: step.offset ?? 0 };
      default:
        return step satisfies never;
    }
  }

  private walk(step: WalkStep, next: PlanStep | undefined): CompiledWalk {
    const joined = step.filter ? joinFilters(this.filter, step.filter) : this.filter;
    this.walked = joined;
    const asked = next?.step === "whereClaim" && joined.status === undefined ? next.claim.status : undefined;
    const filter = asked === undefined ? joined : { ...joined, status: asked };
    const expand = this.expander({ relations: step.relations, direction: step.direction, filter });
    const walk: CompiledWalk = { step: "walk", expand, found: new Expansion(), asked: new Places() };
    this.walks.push(walk);
    return walk;
  }

  private name(name: string): number {
    const number = this.names.indexOf(name);
    return number >= 0 ? number : this.names.push(name) - 1;
  }
}

const TIME_QUESTIONS = ["at", "during", "before", "after", "overlaps", "startedIn"] as const;

/** The query's filter as a step changes it: field by field, but the time questions all together. */
export function joinFilters(query: ClaimFilter, step: ClaimFilter): ClaimFilter {
  if (TIME_QUESTIONS.every((question) => step[question] === undefined)) return { ...query, ...given(step) };
  const { at, during, before, after, overlaps, startedIn, throughout, ...rest } = query;
  return { ...rest, ...given(step) };
}

function given(filter: ClaimFilter): ClaimFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** Adds the counts of a step to those of the others. */
export function addTally(into: Tally, tally: Tally): void {
  into.time += tally.time;
  into.certainty += tally.certainty;
  into.status += tally.status;
  into.reported += tally.reported;
  into.source += tally.source;
  into.denied += tally.denied;
  into.attribute += tally.attribute;
}

/**
 * The machine behind `Groups`: a plan that ends in a grouping.
 */
import type { Issue } from "../errors.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { AnyGroup } from "./aggregate.ts";
import type { Answer } from "./answer.ts";
import type { BuilderState } from "./builder-state.ts";
import { answerOf, runPlan } from "./evaluate.ts";
import { frozenCopy, type Plan, type PlanGroup } from "./plan.ts";
import { checkGroup } from "./plan-key-check.ts";
import { soundPlan, throwIssues } from "./plan-parse.ts";

export class BuiltGroups implements Iterable<AnyGroup> {
  private readonly group: PlanGroup;

  constructor(
    private readonly state: BuilderState,
    group: PlanGroup,
  ) {
    const issues: Issue[] = [];
    checkGroup(group, state.at, "/group", (problem) => issues.push({ severity: "error", ...problem }));
    throwIssues(issues);
    this.group = frozenCopy(group);
  }

  orderByMeasure(order: "ascending" | "descending" = "descending"): BuiltGroups {
    return new BuiltGroups(this.state, { ...this.group, order });
  }

  limit(limit: number): BuiltGroups {
    return new BuiltGroups(this.state, { ...this.group, limit });
  }

  toArray(): Answer<AnyGroup> {
    const plan = this.plan();
    return answerOf(runPlan(readGraph(this.state.graph), plan), plan) as Answer<AnyGroup>;
  }

  [Symbol.iterator](): Iterator<AnyGroup> {
    return this.toArray()[Symbol.iterator]();
  }

  plan(): Plan {
    const { from, steps, filter, at } = this.state;
    const shared = Object.keys(filter).length > 0 ? { filter } : {};
    return soundPlan({ version: 1, from, steps, ...shared, group: this.group }, at.ontology);
  }
}

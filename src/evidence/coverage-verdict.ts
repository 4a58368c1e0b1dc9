/**
 * What the claims on a matter say of a time, and what follows where they say nothing.
 */
import { objectOf } from "../graph/claim-layout.ts";
import { type AnyClaim, compareIds, type ReadGraph } from "../graph/read-graph.ts";
import { findRelation, timeBehaviourOf } from "../ontology/ontology.ts";
import { describeSetAside, type SetAside } from "../query/answer.ts";
import type { ClaimJudge } from "../query/filter.ts";
import { claimRow } from "../query/rows.ts";
import { answerTime, type Certainty, type TimeQuestion } from "../time/time-question.ts";
import { type CoverageMatter, claimsOnMatter } from "./coverage-matter.ts";

/**
 * `attested`: a claim certainly holds then. `possible`: one may. `denied`: what is claimed is only denied. `no`: there
 * are claims, and their times exclude it. `silent`: the graph speaks of such matters and days, but not of this one then.
 * `outside`: it speaks of no such matter, or not of those days.
 */
export const COVERAGE_VALUES = ["attested", "possible", "denied", "no", "silent", "outside"] as const;
export type CoverageValue = (typeof COVERAGE_VALUES)[number];

/** A claim on the matter, with how certain it is at the time asked for. */
export interface CoveredClaim<C = AnyClaim> {
  /** The graph's own record: a view. */
  readonly claim: C;
  readonly certainty: Certainty;
  /** For a claim that texts only attest on certain days: the last of them. */
  readonly lastAttested?: string;
}

/** The claims on a matter by what they say of the time asked for. */
export interface Found {
  readonly certain: readonly CoveredClaim[];
  readonly possible: readonly CoveredClaim[];
  readonly denied: readonly CoveredClaim[];
  readonly excluded: readonly CoveredClaim[];
  /** Whether one of the excluded has a time of its own that rules the one asked for out. */
  readonly ruledOut: boolean;
}

export const NOTHING: Found = Object.freeze({
  certain: [],
  possible: [],
  denied: [],
  excluded: [],
  ruledOut: false,
});

/** Sorts the claims on a matter by what they say of a time; claims that the filter sets aside are counted in its tally. */
export function judgeClaims(
  read: ReadGraph,
  matter: CoverageMatter,
  filter: ClaimJudge,
  time: TimeQuestion | undefined,
): Found {
  const certain: CoveredClaim[] = [];
  const possible: CoveredClaim[] = [];
  const denied: CoveredClaim[] = [];
  const excluded: CoveredClaim[] = [];
  let ruledOut = false;
  const numbers = claimsOnMatter(read, matter).sort((a, b) => compareIds(read.claimId(a), read.claimId(b)));
  for (const number of numbers) {
    const level = filter.judge(number);
    if (level === 0) continue;
    const then = time ? answerTime(time, filter.bounds(number)) : "certain";
    const certainty = then === "certain" && level < 2 ? "possible" : then;
    const onlyDenied = filter.citations(number).every(({ stance }) => stance === "denies");
    if (certainty === "no") ruledOut ||= !onlyDenied && hasTimeOfItsOwn(read, number);
    const group =
      certainty === "no" ? excluded : onlyDenied ? denied : certainty === "certain" ? certain : possible;
    group.push({ ...claimRow(read, number, level), certainty });
  }
  return { certain, possible, denied, excluded, ruledOut };
}

/** A state or event is over or to come outside its time; a figure is only not given, an attested state not seen. */
function hasTimeOfItsOwn(read: ReadGraph, number: number): boolean {
  if (read.claim(number).valid === undefined) return false;
  const relation = findRelation(read.ontology, read.claim(number).relation);
  if (!relation || relation.time === "measured") return false;
  return timeBehaviourOf(relation, read.entity(objectOf(read, number))) !== "period";
}

/** What decides where no claim does. */
export interface Surroundings {
  readonly strange: string | undefined;
  /** Whether the time asked for, if one was, lies outside the corpus. */
  readonly outsideTime: boolean | undefined;
  /** First and last ISO day; `..` where nothing is known. */
  readonly corpus: { readonly from: string; readonly to: string };
  readonly setAside: SetAside;
}

/** The value, the claims that it rests on, and why. */
export function conclude(
  found: Found,
  { strange, outsideTime, corpus, setAside }: Surroundings,
): readonly [CoverageValue, readonly CoveredClaim[], string] {
  const { certain, possible, denied, excluded, ruledOut } = found;
  const many = (claims: readonly unknown[], one: string, several: string): string =>
    claims.length === 1 ? `1 claim ${one}` : `${claims.length} claims ${several}`;
  const span = `The corpus speaks of days from ${corpus.from} to ${corpus.to}`;
  if (certain.length > 0)
    return ["attested", [...certain, ...possible], `${many(certain, "holds", "hold")} for certain.`];
  if (strange !== undefined) return ["outside", [], strange];
  if (possible.length === 0 && denied.length === 0 && ruledOut)
    return ["no", excluded, `${many(excluded, "speaks", "speak")} of it, and only of other times.`];
  if (corpus.from === "..")
    return ["outside", [], "Nothing that the graph holds was known then and meets the conditions."];
  if (outsideTime) return ["outside", possible, `${span}, not of the time asked for.`];
  if (possible.length > 0) {
    const last = possible
      .flatMap((claim) => claim.lastAttested ?? [])
      .sort()
      .at(-1);
    const attested = last === undefined ? "" : `; last attested on ${last}`;
    return ["possible", possible, `${many(possible, "possibly holds", "possibly hold")}${attested}.`];
  }
  if (denied.length > 0) return ["denied", denied, `${many(denied, "is", "are")} only denied.`];
  const others = excluded.length > 0 ? `; ${many(excluded, "speaks", "speak")} of other times` : "";
  const aside = describeSetAside(setAside);
  return [
    "silent",
    [],
    `${span}, but no claim speaks of it${outsideTime === undefined ? "" : " then"}${others}${aside === "" ? "" : `; ${aside}`}.`,
  ];
}

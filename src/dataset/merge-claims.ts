/**
 * Claims of several datasets: what says the same becomes one claim with all citations; what says something else stays a
 * claim of its own, under an id of its own.
 */
import { compareIds } from "../graph/read-graph.ts";
import type { ClaimRecord } from "../model/claim.ts";
import { formatHash, rollingHash } from "../model/passage.ts";
import { canonicalText } from "./canonical.ts";
import { groupBy } from "./group-by.ts";
import {
  differencesOf,
  type FieldRules,
  inRank,
  type MergeContext,
  namesOf,
  uniteRecords,
} from "./merge-fields.ts";
import type { MergedList, Sided, SidedGroup } from "./merge-sides.ts";

/** A claim that came under one id and now has another. */
export interface RenamedClaim {
  readonly from: string;
  readonly to: string;
  /** Names of the datasets that have it under the former id. */
  readonly datasets: readonly string[];
  /** `equal`: another claim says the same. `taken`: another claim says something else under the former id. */
  readonly because: "equal" | "taken";
}

/** Merged claims, and those that have another id than they came with. */
export interface MergedClaims extends MergedList<ClaimRecord> {
  readonly renamed: readonly RenamedClaim[];
}

type Claims = SidedGroup<ClaimRecord>;

const RULES: FieldRules = { sort: "claims", isUnited: (field) => field === "citations" };

/** What a claim says: without its id, the citations that bear it and the editors' notes on how they read it. */
const BESIDE = new Set(["id", "citations", "validAs", "inferred"]);

/** Puts claims together by what they say. */
export function mergeClaims(all: readonly Sided<ClaimRecord>[], context: MergeContext): MergedClaims {
  const groups = groupBy(all, ({ record }) => contentOf(record));
  const ids = idsOf(groups, context);
  tellTaken(groups.values(), ids, context);
  const merged = Array.from(groups.values(), (group) => {
    const id = ids.get(group) ?? group[0].record.id;
    const named = group.map(({ record, side }) => ({
      side,
      record: record.id === id ? record : { ...record, id },
    }));
    return { claim: uniteRecords(named as unknown as Claims, RULES, context), group };
  });
  merged.sort((a, b) => compareIds(a.claim.id, b.claim.id));
  const standing = new Set(ids.values());
  return {
    records: merged.map(({ claim }) => claim),
    origins: merged.map(({ group }) => group),
    renamed: merged
      .flatMap(({ claim, group }) => renamedTo(claim.id, group, standing, context))
      .sort((a, b) => compareIds(a.from, b.from) || compareIds(a.to, b.to)),
  };
}

/** Equal for claims that say the same: subject, relation, object, attributes, time, scope, figure and status. */
export function contentOf(claim: ClaimRecord): string {
  const fields = Object.entries(claim).filter(([name]) => !BESIDE.has(name));
  return canonicalText(Object.fromEntries(fields));
}

/**
 * The id of each group. It wants the one that a merge has made for it, if it came with it, else the preferred dataset's,
 * else the first. Of several that want one id, the preferred or else the first gets it, and the others one that is made:
 * the id and a hash of what they say. So a group that meets its own past gets the same id again.
 */
function idsOf(groups: ReadonlyMap<string, Claims>, context: MergeContext): ReadonlyMap<Claims, string> {
  const ids = new Map<Claims, string>();
  const wanting = groupBy(groups, ([content, group]) => wantedId(group, content, context));
  const contents = new Map(Array.from(groups, ([content, group]) => [group, content]));
  const taken = new Set(wanting.keys());
  for (const id of [...wanting.keys()].sort()) {
    const contenders = (wanting.get(id) ?? []).map(([, group]) => group);
    const [first, ...others] = inRank(contenders, (group) => contents.get(group) ?? "", context);
    if (first) ids.set(first, id);
    for (const group of others) {
      let made = `${id.slice(0, LONGEST_STEM).replace(/[\ud800-\udbff]$/, "")}~${hashOf(contents.get(group) ?? "")}`;
      while (taken.has(made)) made += "~";
      taken.add(made);
      ids.set(group, made);
    }
  }
  return ids;
}

function wantedId(group: Claims, content: string, context: MergeContext): string {
  const [{ record }] = group;
  if (group.every((one) => one.record.id === record.id)) return record.id;
  const byId = [...groupBy(group, ({ record }) => record.id).values()];
  const made = `~${hashOf(content)}`;
  const ranked = inRank(byId, ([one]) => one.record.id, context).map(([one]) => one.record.id);
  return ranked.find((id) => id.endsWith(made)) ?? ranked[0] ?? record.id;
}

function hashOf(content: string): string {
  return formatHash(rollingHash(content));
}

/** Leaves room for the hash in the longest id. */
const LONGEST_STEM = 240;

/** Tells of ids under which datasets say different things. */
function tellTaken(all: Iterable<Claims>, ids: ReadonlyMap<Claims, string>, context: MergeContext): void {
  const borne = Array.from(all, (group) =>
    Array.from(new Set(group.map(({ record }) => record.id)), (id) => ({ id, group })),
  ).flat();
  for (const [id, bearers] of groupBy(borne, (one) => one.id)) {
    if (bearers.length < 2) continue;
    const groups = bearers.map(({ group }) => group);
    const parts = groups.map((group) => group.filter(({ record }) => record.id === id));
    const { fields, values } = differencesOf(
      groups.map(([{ record }]) => record),
      BESIDE,
    );
    const told = groups.map((group, i) => ({
      value: values[i] ?? {},
      datasets: namesOf(parts[i] ?? [], context),
      standsAs: ids.get(group) ?? id,
    }));
    told.sort(
      (a, b) => Number(b.standsAs === id) - Number(a.standsAs === id) || compareIds(a.standsAs, b.standsAs),
    );
    context.conflict({ sort: "claims", id, fields, values: told });
  }
}

function renamedTo(
  to: string,
  group: Claims,
  standing: ReadonlySet<string>,
  context: MergeContext,
): RenamedClaim[] {
  const others = groupBy(
    group.filter(({ record }) => record.id !== to),
    ({ record }) => record.id,
  );
  return Array.from(others, ([from, some]) => ({
    from,
    to,
    datasets: namesOf(some, context),
    because: standing.has(from) ? ("taken" as const) : ("equal" as const),
  }));
}

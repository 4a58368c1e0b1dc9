/**
 * What a merge did, as data and in a few lines for people.
 */
import type { Conflict } from "../evidence/conflicts.ts";
import { RECORD_SORTS } from "../model/record.ts";
import type { Judgement } from "./judgements.ts";
import type { RenamedClaim } from "./merge-claims.ts";
import type { MergeConflict } from "./merge-fields.ts";
import type { PossiblySame } from "./same-entity.ts";

/** What became of the records of one sort. Ids as they are in the merged records, each list sorted by code unit. */
export interface MergeCounts {
  /** The first dataset did not have them. */
  readonly added: readonly string[];
  /** The first dataset has them, and another had nothing to add. */
  readonly same: readonly string[];
  /** The first dataset has them, and others added to them: a citation, a name, a field. */
  readonly extended: readonly string[];
  /** Datasets differ on them, whatever else became of them. */
  readonly conflicting: readonly string[];
}

/** An entity that came under an id that is judged to name the same as another. */
export interface RenamedEntity {
  readonly from: string;
  readonly to: string;
}

/** What a merge did, told from the first dataset: what the others brought it. Plain data, everything in order of ids. */
export interface MergeReport {
  /** Names of the datasets, in the order given. */
  readonly datasets: readonly string[];
  readonly sources: MergeCounts;
  readonly entities: MergeCounts;
  readonly claims: MergeCounts;
  /** Fields on which records of one id differ, with every value. */
  readonly conflicts: readonly MergeConflict[];
  /**
   * Claims of different datasets that say different things on one matter, as `conflicts` tells of a graph. All stay, side by
   * side. Pairs that one dataset held already are not told again.
   */
  readonly disagreements: readonly Conflict[];
  /** Entities of different datasets that may be the same, likeliest first; none has been merged. */
  readonly possiblySame: readonly PossiblySame[];
  /** Sources of different datasets that may be the same document; none has been merged. */
  readonly possiblySameSources: readonly PossiblySame[];
  /** Claims that have another id than they came with. */
  readonly renamedClaims: readonly RenamedClaim[];
  /** Entities that were judged the same as another. */
  readonly renamedEntities: readonly RenamedEntity[];
  /** Judgements of which no dataset has both ids. */
  readonly unusedJudgements: readonly Judgement[];
}

const COUNTS = ["added", "same", "extended", "conflicting"] as const;

/**
 * A report in lines for people: counts, then every conflict, disagreement, proposal and new id, each with where it comes
 * from. Of each sort the first `lines` are shown, 20 unless given; the rest are counted.
 *
 * @example
 * const records = { sources: [], claims: [], entities: [{ id: "port/x", names: [{ value: "X", lang: "en" }] }] };
 * formatMergeReport(mergeDatasets([records, records], { names: ["ours", "theirs"] }).report);
 * // "ours with theirs
 * // sources: nothing
 * // entities: 1 same
 * // claims: nothing
 * // "
 */
export function formatMergeReport(
  report: MergeReport,
  { lines = 20 }: { readonly lines?: number } = {},
): string {
  const [first = "nothing", ...others] = report.datasets;
  const head = [
    others.length > 0 ? `${first} with ${others.join(", ")}` : first,
    ...RECORD_SORTS.map((sort) => `${sort}: ${counted(report[sort])}`),
  ];
  const ofDatasets = report.conflicts.filter(({ sort }) => sort === "dataset");
  const ofRecords = report.conflicts.filter(({ sort }) => sort !== "dataset");
  const sections: readonly [string, readonly string[]][] = [
    ["What the datasets say of themselves", ofDatasets.map(conflictLine)],
    ["Values that differ; the first stands", ofRecords.map(conflictLine)],
    [
      "Claims that differ, side by side",
      report.disagreements.map(
        ({ a, b, classes, reason }) => `${a} | ${b} [${classes.join(", ")}] ${reason}`,
      ),
    ],
    ["Possibly the same entity; judge them", report.possiblySame.map(proposalLine)],
    ["Possibly the same document", report.possiblySameSources.map(proposalLine)],
    ["Judged the same", report.renamedEntities.map(({ from, to }) => `${from} is now ${to}`)],
    [
      "Claims under another id",
      report.renamedClaims.map(
        ({ from, to, datasets, because }) =>
          `${from} of ${datasets.join(", ")} is now ${to}: ` +
          (because === "equal" ? "both say the same" : "the id stands for another claim"),
      ),
    ],
    [
      "Judgements not used, for want of one of their ids",
      report.unusedJudgements.map(({ left, right, judgement }) => `${left} | ${right} ${judgement}`),
    ],
  ];
  const shown = sections.flatMap(([title, all]) => {
    if (all.length === 0) return [];
    const rest = all.length - lines;
    return [
      `${title}:`,
      ...all.slice(0, lines).map((line) => `  ${line}`),
      ...(rest > 0 ? [`  and ${rest} more`] : []),
    ];
  });
  return [...head, ...shown, ""].join("\n");
}

function counted(counts: MergeCounts): string {
  const some = COUNTS.filter((name) => counts[name].length > 0);
  return some.length === 0 ? "nothing" : some.map((name) => `${counts[name].length} ${name}`).join(", ");
}

function conflictLine({ id, fields, values }: MergeConflict): string {
  const told = values.map(({ value, datasets, standsAs }) => {
    const parts = Object.entries(value).map(
      ([field, part]) => (fields.length > 1 ? `${field} ` : "") + JSON.stringify(part),
    );
    const as = standsAs !== undefined && standsAs !== id ? `, now ${standsAs}` : "";
    return `${parts.join(" ") || "nothing"} (${datasets.join(", ")}${as})`;
  });
  return `${id} ${fields.join(", ")}: ${told.join(" | ")}`;
}

function proposalLine({ left, right, score, reasons }: PossiblySame): string {
  return `${left} | ${right} ${score.toFixed(2)}: ${reasons.join("; ")}`;
}

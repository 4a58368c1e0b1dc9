/**
 * Judgements: somebody's decision, on a day, that two ids name the same entity or that they do not. Data beside the
 * data: nothing is rewritten where it is kept, and without the judgement the merge gives what it gave before.
 */
import { InvalidRecordError, type Issue } from "../errors.ts";
import { checkShape, isPlainObject, type Shape } from "../model/shape.ts";
import { canonicalText } from "./canonical.ts";
import { groupBy } from "./group-by.ts";
import { jsonLines } from "./json-lines.ts";
import { placeUnder } from "./json-place.ts";
import { PlacedText } from "./placed-text.ts";
import type { DatasetFile, Place } from "./record-reader.ts";

/** Whether two ids name one entity, by whom and on which day (EDTF). */
export interface Judgement {
  readonly left: string;
  readonly right: string;
  readonly judgement: "same" | "different";
  readonly by: string;
  readonly on: string;
  readonly reason?: string;
}

const JUDGEMENT_SHAPE: Shape = {
  type: "object",
  fields: {
    left: { shape: { type: "text", format: "identifier" }, required: true },
    right: { shape: { type: "text", format: "identifier" }, required: true },
    judgement: { shape: { type: "text", values: ["same", "different"] }, required: true },
    by: { shape: { type: "text" }, required: true },
    on: { shape: { type: "text", format: "date" }, required: true },
    reason: { shape: { type: "text" } },
  },
};

/**
 * The judgements of a JSON Lines file, one a line. Blank lines are all right.
 *
 * @throws InvalidRecordError with every problem at its line and column: `file/not-json` and the like, `record/…` for a
 *   field that is missing, unknown or wrong, `merge/contradictory-judgements`
 * @example
 * parseJudgements({
 *   name: "judgements.jsonl",
 *   text: '{"left":"port/a","right":"port/b","judgement":"same","by":"A. Editor","on":"2026-11-21"}\n',
 * }).map(({ left, judgement, right }) => [left, judgement, right]);
 * // [["port/a", "same", "port/b"]]
 */
export function parseJudgements(file: DatasetFile): Judgement[] {
  const issues: Issue[] = [];
  const text = new PlacedText(file);
  const found = [...jsonLines(text, (issue) => void issues.push(issue))];
  const judgements = found.map(([judgement]) => judgement as Judgement);
  issues.push(...judgementIssues(judgements, (i, path) => placeUnder(text, found[i]?.[1] ?? 0, path)));
  if (issues.length > 0) throw new InvalidRecordError(issues);
  return judgements;
}

/**
 * Judgements as JSON Lines, each once, sorted by their two ids: what {@link parseJudgements} reads.
 *
 * @example
 * formatJudgements([{ left: "port/a", right: "port/b", judgement: "different", by: "A. Editor", on: "2026-11-21" }]);
 * // '{"left":"port/a","right":"port/b","by":"A. Editor","judgement":"different","on":"2026-11-21"}\n'
 */
export function formatJudgements(judgements: readonly Judgement[]): string {
  const lines = new Set(judgements.map(lineOf));
  return [...lines].sort().join("");
}

/** The ids first, for they are what one looks for. */
function lineOf({ left, right, judgement, by, on, reason }: Judgement): string {
  const said = { judgement, by, on, ...(reason !== undefined && { reason }) };
  return `{"left":${JSON.stringify(left)},"right":${JSON.stringify(right)},${canonicalText(said).slice(1)}\n`;
}

/** Every problem of judgements: in their form, or where they contradict one another. */
export function judgementIssues(
  judgements: readonly unknown[],
  placeOf: (i: number, path: string) => Partial<Place> = () => ({}),
): Issue[] {
  const issues: Issue[] = [];
  judgements.forEach((judgement, i) => {
    checkShape(judgement, JUDGEMENT_SHAPE, "", (problem) => {
      issues.push({ severity: "error", ...placeOf(i, problem.path ?? ""), ...problem });
    });
    if (!isPlainObject(judgement) || judgement.left !== judgement.right) return;
    issues.push({
      code: "merge/judged-itself",
      severity: "error",
      ...placeOf(i, "/right"),
      path: "/right",
      message: `${JSON.stringify(judgement.left)} is judged against itself; give two ids.`,
      expected: "another id",
    });
  });
  if (issues.length > 0) return issues;
  const sound = judgements as readonly Judgement[];
  const clusters = new Clusters(sound);
  sound.forEach((judgement, i) => {
    if (judgement.judgement !== "different") return;
    const chain = clusters.chain(judgement.left, judgement.right);
    if (!chain) return;
    const told = chain.map((one) => `${one.left} = ${one.right} (${one.by}, ${one.on})`).join(", ");
    issues.push({
      code: "merge/contradictory-judgements",
      severity: "error",
      ...placeOf(i, ""),
      message:
        `${judgement.left} and ${judgement.right} are judged different (${judgement.by}, ${judgement.on}) and, ` +
        `one after the other, the same: ${told}. Take one of these judgements back.`,
      expected: "judgements that do not contradict one another",
    });
  });
  return issues;
}

/** Ids that are judged the same, directly or through others. */
export class Clusters {
  private readonly parents = new Map<string, string>();
  private readonly same: readonly Judgement[];

  constructor(judgements: readonly Judgement[]) {
    this.same = judgements.filter(({ judgement }) => judgement === "same");
    for (const { left, right } of this.same) this.parents.set(this.find(left), this.find(right));
  }

  /** The ids of each cluster. */
  members(): readonly (readonly string[])[] {
    const ids = new Set(this.same.flatMap(({ left, right }) => [left, right]));
    return [...groupBy(ids, (id) => this.find(id)).values()];
  }

  /** The fewest judgements that lead from one id to another; `undefined` where none do. */
  chain(from: string, to: string): readonly Judgement[] | undefined {
    if (this.find(from) !== this.find(to)) return undefined;
    const neighbors = new Map<string, Judgement[]>();
    for (const judgement of this.same) {
      for (const id of [judgement.left, judgement.right])
        neighbors.set(id, [...(neighbors.get(id) ?? []), judgement]);
    }
    const ways = new Map<string, readonly Judgement[]>([[from, []]]);
    for (const [id, way] of ways) {
      for (const judgement of neighbors.get(id) ?? []) {
        const next = judgement.left === id ? judgement.right : judgement.left;
        if (!ways.has(next)) ways.set(next, [...way, judgement]);
      }
    }
    return ways.get(to);
  }

  private find(id: string): string {
    let root = id;
    for (
      let next = this.parents.get(root);
      next !== undefined && next !== root;
      next = this.parents.get(root)
    )
      root = next;
    // Shortens the way for the next time.
    for (let at = id; at !== root; ) {
      const next = this.parents.get(at) as string;
      this.parents.set(at, root);
      at = next;
    }
    return root;
  }
}

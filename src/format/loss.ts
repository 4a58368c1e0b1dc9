/**
 * Loss reports: what an export could not carry, counted by field, with examples. Every format gives one, so that
 * nothing is lost in silence; an empty report means that the export holds all that the graph holds.
 *
 * @module xinjiang-graph/format/loss
 */
import { show } from "../errors.ts";

/**
 * What became of a value: `omitted` (left out), `replaced` (written otherwise than the record has it) or `approximated`
 * (the format holds it only coarsely, such as a time on a timeline).
 */
export type LossKind = "omitted" | "replaced" | "approximated";

/** One value that was lost. */
export interface LossExample {
  /** Id of the entity, claim or source; the dataset's name for the dataset itself. */
  readonly id: string;
  /** The value as JSON, cut to 80 characters. */
  readonly value: string;
}

/** Values of one field that one format could not carry for one reason. */
export interface Loss {
  readonly kind: LossKind;
  /** Record and field, list positions left out: `claim.citations.sha256`. A record alone where all of it is lost. */
  readonly field: string;
  /** Why, in a sentence without a full stop. */
  readonly reason: string;
  /** How many values. */
  readonly count: number;
  /** The first three, in the order of the export. */
  readonly examples: readonly LossExample[];
}

/** What an export could not carry, ordered by field, kind and reason. Frozen. */
export interface LossReport {
  readonly format: string;
  readonly losses: readonly Loss[];
}

const EXAMPLES = 3;

/**
 * The report as lines of text for people; one line says so where nothing was lost.
 *
 * @example
 * formatLossReport(toGexf(graph).loss);
 * // GEXF: … kinds of loss
 * // - claim.citations.length: … omitted, because GEXF has no place for it (…: …, …)
 */
export function formatLossReport(report: LossReport): string {
  const { format, losses } = report;
  if (losses.length === 0) return `${format}: nothing was lost`;
  const lines = losses.map(({ kind, field, reason, count, examples }) => {
    const shown = examples.map(({ id, value }) => `${id}: ${value}`);
    if (count > examples.length) shown.push("…");
    return `- ${field}: ${count} ${kind}, because ${reason} (${shown.join(", ")})`;
  });
  return [`${format}: ${losses.length} ${losses.length === 1 ? "kind" : "kinds"} of loss`, ...lines].join(
    "\n",
  );
}

/** Collects losses while an export is written. */
export class LossTally {
  private readonly losses = new Map<string, Omit<Loss, "count" | "examples"> & MutableCount>();

  constructor(readonly format: string) {}

  /** Counts one lost value. */
  note(kind: LossKind, field: string, reason: string, id: string, value: unknown): void {
    const key = `${field}\u0000${kind}\u0000${reason}`;
    const loss = this.losses.get(key) ?? { kind, field, reason, count: 0, examples: [] };
    loss.count += 1;
    if (loss.examples.length < EXAMPLES) loss.examples.push({ id, value: show(value) });
    this.losses.set(key, loss);
  }

  /** The report of all that was counted so far. */
  report(): LossReport {
    const keys = [...this.losses.keys()].sort();
    const losses = keys.map((key) => {
      const loss = this.losses.get(key) as Loss;
      return Object.freeze({ ...loss, examples: Object.freeze([...loss.examples]) });
    });
    return Object.freeze({ format: this.format, losses: Object.freeze(losses) });
  }
}

interface MutableCount {
  count: number;
  examples: LossExample[];
}

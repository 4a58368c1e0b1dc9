/**
 * Claims in one attributed sentence each: who said it, when and where, then what. Shorter than `explain`, which also
 * tells the posts of the speaker; nothing is said without who said it.
 */
import { attributionLead } from "../evidence/attribution.ts";
import { explain } from "../evidence/explain.ts";
import type { ExplainedCitation } from "../evidence/explain-citation.ts";
import type { AnyClaim } from "../graph/read-graph.ts";
import type { ClaimRow } from "../query/rows.ts";
import type { Graph } from "./graph.ts";
import type { Options } from "./options.ts";
import type { Column } from "./table.ts";

/** A claim in an answer, with its time as written and the sentence that tells who said what. */
export interface SaidRow extends ClaimRow {
  readonly time: string;
  readonly said: string;
}

/** The row of a claim with its time and sentence, in the language and as of the day that the options ask for. */
export function saidRow<Row extends ClaimRow<object>>(
  graph: Graph,
  row: Row,
  options: Options,
): Omit<Row, keyof SaidRow> & SaidRow {
  const claim = row.claim as AnyClaim;
  const time = claim.valid ?? (claim.attested ?? []).join(" ");
  return { ...row, claim, time, said: saidOf(graph, claim, options) };
}

/** The columns of claims: time, how sure, how far, which, and the sentence. */
export const SAID_COLUMNS: readonly Column<SaidRow>[] = [
  { name: "time", of: ({ time }) => time, keep: true },
  {
    name: "certainty",
    of: ({ certainty }) => certainty,
    keep: true,
    tone: ({ certainty }) => (certainty === "possible" ? "doubtful" : undefined),
  },
  {
    name: "status",
    of: ({ claim }) => claim.status,
    tone: ({ claim }) => (claim.status === "actual" ? undefined : "doubtful"),
  },
  { name: "claim", of: ({ claim }) => claim.id, tone: () => "faint", below: true },
  { name: "said", of: ({ said }) => said, below: true },
];

/** Who said what, in one sentence. */
function saidOf(graph: Graph, claim: AnyClaim, options: Options): string {
  const { lang, "reported-by": reportedBy } = options;
  const told = explain(graph, claim.id, {
    ...(lang !== undefined && { lang }),
    ...(reportedBy !== undefined && { reportedBy }),
  });
  if (told.citations.length === 0 || told.citations.some(({ stance }) => stance === "denies"))
    return told.text;
  const inferred = told.inferred === undefined ? "" : ", as the editors infer";
  return `${[...new Set(told.citations.map(leadOf))].join("; ")}${inferred}: ${told.sentence}.`;
}

function leadOf(citation: ExplainedCitation): string {
  const { voice, stance, publisher, published, stated, speaker, speakerDescription } = citation;
  return attributionLead({
    ...{ voice, stance, publisher, published },
    ...(stated.from !== "publication" && { said: stated.date }),
    ...(speaker !== undefined && { speaker: { ...speaker, posts: [] } }),
    ...(speakerDescription !== undefined && { speakerDescription }),
  });
}

/**
 * Mermaid flowcharts, for documents and for small graphs: a neighbourhood, a path, a snapshot.
 *
 * @see https://mermaid.js.org/syntax/flowchart.html
 * @module xinjiang-graph/format/mermaid
 */
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import type { Ontology } from "../ontology/define.ts";
import { findKind, findRelation } from "../ontology/ontology.ts";
import { textWriter } from "./characters.ts";
import { CAPTION_FIELDS, claimCaption, isFact } from "./claim-caption.ts";
import { isDenied } from "./claim-columns.ts";
import { checkExportOptions } from "./export-options.ts";
import { type ClaimRow, type ExportView, exportView, type LabelOptions } from "./export-view.ts";
import { joinLines } from "./lines.ts";
import { type LossReport, LossTally } from "./loss.ts";
import { fieldsOf, noteOmissions } from "./omissions.ts";

/** Options of the flowchart. */
export interface MermaidOptions extends LabelOptions {
  /** Which way it runs: left to right unless told otherwise. */
  readonly direction?: "LR" | "RL" | "TB" | "BT";
}

/**
 * The graph as a Mermaid flowchart: entities as boxes coloured by kind, claims as arrows with relation, figure and time.
 * Plans, expectations and targets are dotted, claims that every source denies end in a cross, symmetric relations have no
 * arrowhead. Every character that Mermaid might read as syntax is written as a character code. Linear in the records.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`; FormatError `format/too-long`;
 *   KnowledgeGraphError `graph/not-a-knowledge-graph`
 * @example
 * toMermaid(graph).text;
 * // %% "xinjiang-overland-opening-up …, CC-BY-4.0"
 * // flowchart LR
 * //   n3["Kyrgyzstan"]:::kindCountry
 * //   n…["China-Kyrgyzstan Biedieli Port"]:::kindPort
 * //   n… -->|"opens to #40;2024-05-21#41;"| n3
 */
export function toMermaid<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: MermaidOptions = {},
): { readonly text: string; readonly loss: LossReport } {
  checkExportOptions(options, { lang: "text", direction: ["LR", "RL", "TB", "BT"] });
  const view = exportView(graph, options);
  const tally = new LossTally("Mermaid");
  noteOmissions(view, tally, {
    entity: fieldsOf(["label", "kind"]),
    claim: fieldsOf(CAPTION_FIELDS),
    dataset: fieldsOf(["name", "version", "license"]),
  });
  noteLimit(view, tally);
  const replaceControls = textWriter(tally, CONTROLS);
  const write = (text: string, field: string, id: string): string => {
    const line = text.replace(/\s+/g, " ");
    const reason = "a label is one line; white space became single spaces";
    if (line !== text) tally.note("replaced", field, reason, id, text);
    return `"${replaceControls(line, field, id).replace(SYNTAX, (c) => `#${c.codePointAt(0)};`)}"`;
  };
  const numbers = new Map(view.entities.map(({ id }, number) => [id, `n${number}`]));
  const kinds = [...new Set(view.entities.map(({ entity }) => entity.kind))].filter((kind) =>
    findKind(view.ontology, kind),
  );
  const { name = "", version = "", license = "" } = view.dataset ?? {};
  const lines = [
    `%% ${write(`${name} ${version}, ${license}`, "dataset", name)}`,
    `flowchart ${options.direction ?? "LR"}`,
    ...view.entities.map(({ id, entity }) => {
      const style = kinds.includes(entity.kind) ? `:::${className(entity.kind)}` : "";
      return `  ${numbers.get(id)}[${write(view.label(id), "entity.label", id)}]${style}`;
    }),
    ...view.claims.map((row) => {
      const caption = write(claimCaption(row), "claim.label", row.id);
      return `  ${numbers.get(row.subject)} ${arrow(view, row)}|${caption}| ${numbers.get(row.object)}`;
    }),
    ...kinds.sort().map((kind) => {
      const color = findKind(view.ontology, kind)?.color;
      return `  classDef ${className(kind)} fill:${color},stroke:${color},color:#ffffff`;
    }),
  ];
  return { text: joinLines(lines), loss: tally.report() };
}

/** Control characters and half surrogate pairs: no character code stands for them. */
const CONTROLS = /[\p{Cc}\p{Cs}]/gu;

/** All but letters, marks, digits, spaces and marks of punctuation that mean nothing to Mermaid. */
const SYNTAX = /[^\p{L}\p{M}\p{N} .,:/_-]/gu;

/** What Mermaid draws unless it is configured otherwise. */
const MOST_EDGES = 500;

function noteLimit(view: ExportView, tally: LossTally): void {
  const reason = `Mermaid refuses more than ${MOST_EDGES} arrows unless maxEdges is raised; export a part of the graph`;
  for (const { id, claim } of view.claims.slice(MOST_EDGES)) {
    tally.note("approximated", "claim", reason, id, claim.relation);
  }
}

/** A name apart from Mermaid's own words. */
function className(kind: string): string {
  return `kind${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}

function arrow(view: ExportView, row: ClaimRow): string {
  if (isDenied(view, row)) return "--x";
  const symmetric = findRelation(view.ontology, row.claim.relation)?.symmetric === true;
  if (isFact(row)) return symmetric ? "---" : "-->";
  return symmetric ? "-.-" : "-.->";
}

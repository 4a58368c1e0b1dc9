/**
 * DOT, the language of Graphviz.
 *
 * @see https://graphviz.org/doc/info/lang.html
 * @module xinjiang-graph/format/dot
 */
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import type { Ontology } from "../ontology/define.ts";
import { findKind, findRelation } from "../ontology/ontology.ts";
import { textWriter, type WriteText } from "./characters.ts";
import { CAPTION_FIELDS, claimCaption, isFact } from "./claim-caption.ts";
import { isDenied } from "./claim-columns.ts";
import { checkExportOptions } from "./export-options.ts";
import {
  type ClaimRow,
  type EntityRow,
  type ExportView,
  exportView,
  type LabelOptions,
} from "./export-view.ts";
import { joinLines } from "./lines.ts";
import { type LossReport, LossTally } from "./loss.ts";
import { fieldsOf, noteOmissions } from "./omissions.ts";

/**
 * The graph as a DOT digraph: entities as boxes coloured by kind (`class` is the kind), claims as arrows with relation,
 * figure and time (`id` is the claim's). Plans, expectations and targets are dashed, claims that every source denies end in a
 * tee, symmetric relations have no arrowhead. Linear in the records.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`; FormatError `format/too-long`;
 *   KnowledgeGraphError `graph/not-a-knowledge-graph`
 * @example
 * toDot(graph).text;
 * // digraph "xinjiang-overland-opening-up" {
 * //   "port/biedieli" [label="China-Kyrgyzstan Biedieli Port", fillcolor="#b8572f", class="port"];
 * //   "port/biedieli" -> "country/kyrgyzstan" [label="opens to (2024-05-21)", id="biedieli-port-opens-to-kyrgyzstan"];
 * // }
 */
export function toDot<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: LabelOptions = {},
): { readonly text: string; readonly loss: LossReport } {
  checkExportOptions(options, { lang: "text" });
  const view = exportView(graph, options);
  const tally = new LossTally("DOT");
  noteOmissions(view, tally, {
    entity: fieldsOf(["id", "kind", "label"]),
    claim: fieldsOf(["id", "subject", "object", ...CAPTION_FIELDS]),
    dataset: fieldsOf(["name", "version", "license"]),
  });
  const sheet: Sheet = {
    view,
    id: idWriter(tally),
    label: textWriter(tally, NOT_DOT, quoteLabel),
  };
  const { name = "", version = "", license = "" } = view.dataset ?? {};
  const comment = sheet.label(`${name} ${version}, ${license}`, "dataset", name);
  const lines = [
    `digraph ${sheet.id(name, "dataset.name", name)} {`,
    `  graph [charset="UTF-8", comment=${comment}];`,
    '  node [shape=box, style="rounded,filled", fillcolor="#808080", fontcolor="#ffffff"];',
    ...view.entities.map((row) => nodeLine(sheet, row)),
    ...view.claims.map((row) => edgeLine(sheet, row)),
    "}",
  ];
  return { text: joinLines(lines), loss: tally.report() };
}

interface Sheet {
  readonly view: ExportView;
  readonly id: WriteText;
  readonly label: WriteText;
}

/** The NUL character would end the file; half surrogate pairs cannot be written in UTF-8. */
const NOT_DOT = /[\0\p{Cs}]/gu;

/** An id in quotation marks. A backslash is doubled, or it could escape the closing mark; Graphviz keeps both. */
function idWriter(tally: LossTally): WriteText {
  const write = textWriter(tally, NOT_DOT);
  return (text, field, id) => {
    const safe = write(text, field, id);
    if (safe.includes("\\")) tally.note("replaced", field, "DOT keeps a doubled backslash in ids", id, text);
    return `"${safe.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  };
}

/** A label in quotation marks: Graphviz reads backslashes and character references in it. */
function quoteLabel(text: string): string {
  const escaped = text
    .replaceAll("&", "&amp;")
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n");
  return `"${escaped}"`;
}

function nodeLine({ view, id, label }: Sheet, row: EntityRow): string {
  const { kind = "" } = row.entity;
  const color = findKind(view.ontology, kind)?.color;
  const attributes = [
    `label=${label(view.label(row.id), "entity.label", row.id)}`,
    ...(color === undefined ? [] : [`fillcolor=${id(color, "entity.color", row.id)}`]),
    `class=${id(kind, "entity.kind", row.id)}`,
  ];
  return `  ${id(row.id, "entity.id", row.id)} [${attributes.join(", ")}];`;
}

function edgeLine({ view, id, label }: Sheet, row: ClaimRow): string {
  const symmetric = findRelation(view.ontology, row.claim.relation)?.symmetric === true;
  const attributes = [
    `label=${label(claimCaption(row), "claim.label", row.id)}`,
    `id=${id(row.id, "claim.id", row.id)}`,
    ...(isFact(row) ? [] : ["style=dashed"]),
    ...(isDenied(view, row) ? ["arrowhead=tee"] : symmetric ? ["dir=none"] : []),
  ];
  const [subject, object] = [
    id(row.subject, "claim.subject", row.id),
    id(row.object, "claim.object", row.id),
  ];
  return `  ${subject} -> ${object} [${attributes.join(", ")}];`;
}

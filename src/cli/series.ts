/**
 * `series`: the figures of an entity on an indicator, one row a claim.
 */
import { quantityInWords } from "../evidence/quantity-in-words.ts";
import { series as seriesOf } from "../query/series.ts";
import { type Command, EXIT } from "./command.ts";
import type { Graph } from "./graph.ts";
import { openGraph } from "./open-graph.ts";
import { FILTER_OPTIONS, filterOf } from "./options.ts";
import { SAID_COLUMNS, saidRow } from "./said.ts";
import type { Column } from "./table.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Refuses two entities between which the ontology has no figures: the answer would be empty whatever the data say.
 *
 * @throws UsageError
 */
function checkEnds(graph: Graph, subject: string, indicator: string): void {
  const relations = Object.values(graph.getAttributes().ontology.relations);
  const figured = relations.filter(({ quantity }) => quantity !== "none");
  if (!graph.hasNode(subject) || !graph.hasNode(indicator)) return;
  const [from, to] = [subject, indicator].map((id) => graph.getNodeAttribute(id, "kind") as string);
  const objectsOf = (kind = ""): readonly string[] => figured.flatMap(({ between }) => between[kind] ?? []);
  if (objectsOf(from).includes(to as string)) return;
  const kinds = [...new Set(objectsOf(from))];
  const advice = objectsOf(to).includes(from as string)
    ? "give them the other way round"
    : `expected ${kinds.length > 0 ? `one of the kinds ${kinds.join(", ")}` : "another entity: its kind has no figures"}`;
  throw new UsageError(
    "usage/invalid-value",
    `No figures are stated of ${subject} (${from}) on ${indicator} (${to}); ${advice}.`,
    "series",
  );
}

export const series: Command = {
  name: "series",
  summary: "the figures of an entity on an indicator, one row a claim",
  about: [
    "Columns: time, the figure with its hedge, certainty, status, id of the claim, and who said what. " +
      "Nothing is chosen or averaged: three reports of one year are three rows.",
    "In JSON a bound is null where a hedge leaves it open.",
  ],
  arguments: [
    { name: "entity", help: "id of the entity that the figures are about" },
    { name: "indicator", help: "id of the indicator" },
  ],
  options: ["data", ...FILTER_OPTIONS, "lang", "limit"],
  json: '{ "rows": [{ "claim", "certainty", "time", "from", "to", "quantity", "value", "unit", "comparator", "low", "high", "softLow", "softHigh", "status", "scope", "said" }], "total", "setAside" }',
  example: ["series", "region/xinjiang", "indicator/trade-value", "--during", "2022/2024"],
  async run({ arguments: [subject, indicator], ...call }) {
    const graph = await openGraph(call);
    const { ontology } = graph.getAttributes();
    checkEnds(graph, subject as string, indicator as string);
    const answer = seriesOf(graph, {
      subject: subject as string,
      indicator: indicator as string,
      scope: "any",
      ...filterOf(call.options),
    });
    const rows = answer.map((row) => saidRow(graph, row, call.options));
    const figure: Column<(typeof rows)[number]> = {
      name: "figure",
      of: ({ quantity }) => quantityInWords(quantity, ontology),
      tone: () => "strong",
      keep: true,
    };
    const columns = [...SAID_COLUMNS.slice(0, 1), figure, ...SAID_COLUMNS.slice(1)];
    await call.output.list({ columns, rows, setAside: answer.setAside });
    if (rows.length === 0) call.output.say(`no figures of ${subject} on ${indicator}`);
    return EXIT.done;
  },
};

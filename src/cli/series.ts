/**
 * `series`: the figures of an entity on an indicator, one row a claim.
 */
import { quantityInWords } from "../evidence/quantity-in-words.ts";
import { series as seriesOf } from "../query/series.ts";
import { type Command, EXIT } from "./command.ts";
import { openGraph } from "./open-graph.ts";
import { FILTER_OPTIONS, filterOf } from "./options.ts";
import { SAID_COLUMNS, saidRow } from "./said.ts";
import type { Column } from "./table.ts";

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
    return EXIT.done;
  },
};

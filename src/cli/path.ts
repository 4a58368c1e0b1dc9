/**
 * `path`: how two entities hang together.
 */
import { shortestPath } from "../query/paths.ts";
import { type Command, EXIT } from "./command.ts";
import { openGraph } from "./open-graph.ts";
import { FILTER_OPTIONS, filterOf } from "./options.ts";
import { SAID_COLUMNS, type SaidRow, saidRow } from "./said.ts";
import type { Column } from "./table.ts";

type Step = SaidRow & { readonly from: string; readonly to: string };

export const path: Command = {
  name: "path",
  summary: "a shortest chain of claims from one entity to another",
  about: [
    "Columns: from, to, then time, certainty, status, id of the claim, and who said what. Claims are read either way; " +
      "figures, ranks and criticism are passed through only where --relation names them.",
    "Exit code 1 where there is no path.",
  ],
  arguments: [
    { name: "from", help: "id of an entity" },
    { name: "to", help: "id of another" },
  ],
  options: ["data", "relation", ...FILTER_OPTIONS, "lang"],
  json: '{ "rows": [{ "from", "to", "direction", "claim", "certainty", "time", "said" }], "total", "setAside" }',
  example: ["path", "official/zhao-zhijiang", "country/kyrgyzstan"],
  async run({ arguments: [from, to], ...call }) {
    const graph = await openGraph(call);
    const { relation } = call.options;
    const { path: found, setAside } = shortestPath(graph, from as string, to as string, {
      ...filterOf(call.options),
      ...(relation !== undefined && { relation }),
    });
    const rows = (found?.steps ?? []).map((step) => saidRow(graph, step, call.options));
    const ends: readonly Column<Step>[] = [
      { name: "from", of: (row) => row.from, keep: true },
      { name: "to", of: (row) => row.to, keep: true },
    ];
    await call.output.list({ columns: [...ends, ...SAID_COLUMNS], rows, setAside });
    if (found) return EXIT.done;
    call.output.say("no path");
    return EXIT.data;
  },
};

/**
 * `conflicts`: where claims say different things on one matter.
 */
import { type Conflict, conflicts as conflictsOf } from "../evidence/conflicts.ts";
import { type Command, EXIT } from "./command.ts";
import { openGraph } from "./open-graph.ts";
import { FILTER_OPTIONS, filterOf } from "./options.ts";
import type { Column } from "./table.ts";

const COLUMNS: readonly Column<Conflict>[] = [
  { name: "classes", of: ({ classes }) => classes.join(" "), tone: () => "strong" },
  {
    name: "certainty",
    of: ({ certainty }) => certainty,
    tone: ({ certainty }) => (certainty === "possible" ? "doubtful" : undefined),
  },
  { name: "a", of: ({ a }) => a, tone: () => "faint", below: true },
  { name: "b", of: ({ b }) => b, tone: () => "faint", below: true },
  { name: "reason", of: ({ reason }) => reason, below: true },
];

export const conflicts: Command = {
  name: "conflicts",
  summary: "claims that say different things on one matter, side by side",
  about: [
    "Columns: kinds of disagreement, whether both certainly speak of one time, ids of the two claims, and the reason " +
      "with who said what. Neither claim is preferred.",
    "That sources differ is an answer: the exit code is 0.",
  ],
  arguments: [{ name: "claim", help: "only the conflicts of this claim", count: "optional" }],
  options: ["data", "relation", ...FILTER_OPTIONS, "lang", "limit"],
  json: '{ "rows": [{ "a", "b", "classes", "certainty", "direction", "outcome", "relation", "about", "objects", "scope", "reason" }], "total", "setAside" }',
  example: ["conflicts", "xinjiang-trade-value-2024"],
  async run({ arguments: [claim], ...call }) {
    const graph = await openGraph(call);
    const { relation, lang } = call.options;
    const rows = conflictsOf(graph, {
      ...filterOf(call.options),
      ...(claim !== undefined && { claim }),
      ...(relation !== undefined && { relation }),
      ...(lang !== undefined && { lang }),
    });
    await call.output.list({ columns: COLUMNS, rows, setAside: rows.setAside });
    return EXIT.done;
  },
};

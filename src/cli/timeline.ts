/**
 * `timeline`: an entity's claims in the order of their time.
 */
import { timeline as timelineOf } from "../query/timeline.ts";
import { type Command, EXIT } from "./command.ts";
import { openGraph } from "./open-graph.ts";
import { FILTER_OPTIONS, filterOf } from "./options.ts";
import { SAID_COLUMNS, saidRow } from "./said.ts";

export const timeline: Command = {
  name: "timeline",
  summary: "an entity's claims in the order of their time",
  about: ["Columns: time as written (EDTF), certainty, status, id of the claim, and who said what."],
  arguments: [{ name: "entity", help: "id of an entity" }],
  options: ["data", "relation", "direction", ...FILTER_OPTIONS, "lang", "limit"],
  json: '{ "rows": [{ "claim", "certainty", "time", "attested", "earliestStart", "latestStart", "earliestEnd", "latestEnd", "said" }], "total", "setAside" }',
  example: ["timeline", "region/xinjiang-ftz", "--relation", "milestoneIn"],
  async run({ arguments: [entity], ...call }) {
    const graph = await openGraph(call);
    const { relation, direction } = call.options;
    const answer = timelineOf(graph, entity as string, {
      ...filterOf(call.options),
      ...(relation !== undefined && { relation: relation as never }),
      ...(direction !== undefined && { direction }),
    });
    const rows = answer.map((row) => saidRow(graph, row, call.options));
    await call.output.list({ columns: SAID_COLUMNS, rows, setAside: answer.setAside });
    return EXIT.done;
  },
};

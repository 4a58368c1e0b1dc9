/**
 * `find`: entities by name.
 */
import { notFound } from "../errors.ts";
import { search } from "../query/search.ts";
import { type Command, EXIT } from "./command.ts";
import type { Graph } from "./graph.ts";
import { openGraph } from "./open-graph.ts";

/** @throws NotFoundError `graph/unknown-kind` */
function checkKinds(graph: Graph, kinds: readonly string[]): void {
  const known = Object.keys(graph.getAttributes().ontology.kinds);
  const unknown = kinds.find((kind) => !known.includes(kind));
  if (unknown !== undefined) throw notFound("graph/unknown-kind", "kind", unknown, known);
}

export const find: Command = {
  name: "find",
  summary: "entities whose names hold some words, in any recorded language",
  about: [
    "Columns: id, kind, the name that matched and how it matched (whole, beginning, word, inside, words); best first.",
    "Exit code 1 where nothing is found.",
  ],
  arguments: [{ name: "words", help: "a name or the beginnings of its words", count: "some" }],
  options: ["data", "kind", "lang", "reported-by", "limit"],
  json: '{ "rows": [{ "entity", "name", "match" }], "total" }',
  example: ["find", "霍尔果斯"],
  async run({ arguments: words, ...call }) {
    const graph = await openGraph(call);
    const { kind, lang, "reported-by": reportedBy } = call.options;
    checkKinds(graph, kind ?? []);
    const hits = search(graph, words.join(" "), {
      ...(lang !== undefined && { lang }),
      ...(reportedBy !== undefined && { reportedBy }),
    });
    const rows = kind ? hits.filter(({ entity }) => kind.includes(entity.kind)) : hits;
    await call.output.list({
      columns: [
        { name: "id", of: ({ entity }) => entity.id, keep: true },
        { name: "kind", of: ({ entity }) => entity.kind, keep: true },
        { name: "name", of: ({ name }) => name.value, tone: () => "strong" },
        { name: "match", of: ({ match }) => match, tone: () => "faint" },
      ],
      rows,
    });
    if (rows.length > 0) return EXIT.done;
    call.output.say("nothing found");
    return EXIT.data;
  },
};

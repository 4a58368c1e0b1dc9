/**
 * `show`: one entity, claim or source with all that its record holds.
 */
import { NotFoundError, notFound } from "../errors.ts";
import { explain } from "../evidence/explain.ts";
import type { AnyClaim, AnyEntity } from "../graph/read-graph.ts";
import type { Name } from "../model/entity.ts";
import type { Source } from "../model/source.ts";
import { claims, claimsOf } from "../query/claims.ts";
import { type Call, type Command, EXIT } from "./command.ts";
import type { Field } from "./fields.ts";
import type { Graph } from "./graph.ts";
import { PROGRAM } from "./help.ts";
import { openGraph } from "./open-graph.ts";
import { FILTER_OPTIONS, filterOf } from "./options.ts";
import { saidRow } from "./said.ts";

/** How many claims of an entity are shown where no limit is given. */
const SHOWN_CLAIMS = 10;

export const show: Command = {
  name: "show",
  summary: "one entity, claim or source",
  about: [
    "Prints the fields of the record, one a line. An entity is followed by its claims, each with who said it; " +
      `the first ${SHOWN_CLAIMS} unless --limit is given. A source is followed by how many claims cite it.`,
  ],
  arguments: [{ name: "id", help: "id of an entity, claim or source; find tells them" }],
  options: ["data", ...FILTER_OPTIONS, "lang", "limit"],
  json: '{ "entity", "claims": [{ "claim", "certainty", "time", "said" }], "total", "setAside" }, or { "claim", "text" }, or { "source", "claims": [id] }',
  example: ["show", "port/horgos-road"],
  async run(call) {
    const graph = await openGraph(call);
    const id = call.arguments[0] as string;
    const { sources } = graph.getAttributes();
    if (graph.hasNode(id)) await showEntity(call, graph, id);
    else if (graph.hasEdge(id)) await showClaim(call, graph, id);
    else if (Object.hasOwn(sources, id)) await showSource(call, graph, sources[id] as Source);
    else {
      const known = [...graph.nodes(), ...graph.edges(), ...Object.keys(sources)];
      const unknown = notFound("graph/unknown-entity", "entity, claim or source", id, known);
      if (unknown.message.endsWith("?")) throw unknown;
      throw new NotFoundError(unknown.code, `${unknown.message} "${PROGRAM} find" looks for names.`);
    }
    return EXIT.done;
  },
};

async function showEntity({ options, output }: Call, graph: Graph, id: string): Promise<void> {
  const { names, label: _label, ...entity } = graph.getNodeAttributes(id) as AnyEntity;
  const { limit = SHOWN_CLAIMS } = options;
  const answer = claimsOf(graph, id, filterOf(options));
  const rows = answer.slice(0, limit).map((row) => saidRow(graph, row, options));
  const fields: Field[] = [
    ...fieldsOf({ id: entity.id, kind: entity.kind }),
    ...names.map((name): Field => ["name", nameText(name)]),
    ...fieldsOf({ ...entity, id: undefined, kind: undefined }),
    ...rows.map(({ certainty, claim, said }): Field => {
      const marks = [claim.status, certainty].filter((mark) => mark !== "actual" && mark !== "certain");
      return ["claim", `${said} [${[claim.id, ...marks].join(", ")}]`];
    }),
  ];
  const value = {
    entity: { names, ...entity },
    claims: rows,
    total: answer.length,
    setAside: answer.setAside,
  };
  await output.one(fields, value);
  output.sayLeftOut(answer.length - rows.length, answer.setAside);
}

async function showClaim({ options, output }: Call, graph: Graph, id: string): Promise<void> {
  const { label: _label, citations, ...claim } = graph.getEdgeAttributes(id) as unknown as AnyClaim;
  const { text } = explain(graph, id, options.lang === undefined ? {} : { lang: options.lang });
  const fields: Field[] = [
    ...fieldsOf(claim),
    ...citations.map((citation): Field => ["citation", recordText(citation)]),
    ["text", text],
  ];
  await output.one(fields, { claim: { ...claim, citations }, text });
}

async function showSource({ output }: Call, graph: Graph, source: Source): Promise<void> {
  const citing = claims(graph, { source: source.id, status: "any", includeDenied: true });
  const ids = citing.map(({ claim }) => claim.id);
  await output.one([...fieldsOf(source), ["claims", String(ids.length)]], { source, claims: ids });
}

/** The fields of a record, in its own order. */
function fieldsOf(record: object): Field[] {
  return Object.entries(record).flatMap(([name, value]): Field[] => {
    if (value === undefined) return [];
    return Array.isArray(value)
      ? value.map((item): Field => [name, valueText(item)])
      : [[name, valueText(value)]];
  });
}

function valueText(value: unknown): string {
  return typeof value === "object" && value !== null ? recordText(value) : String(value);
}

/** A record on one line: "value: 357.33e9, unit: CNY". */
function recordText(record: object): string {
  return Object.entries(record)
    .map(
      ([name, value]) =>
        `${name}: ${Array.isArray(value) ? value.map(valueText).join(" ") : valueText(value)}`,
    )
    .join(", ");
}

function nameText({ value, lang, source, inferred }: Name): string {
  const notes = [
    lang,
    ...(source === undefined ? [] : [source]),
    ...(inferred ? ["the editors' inference"] : []),
  ];
  return `${value} (${notes.join(", ")})`;
}

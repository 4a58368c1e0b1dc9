/**
 * `explain`: who said a claim, when and where.
 */
import { NotFoundError, show } from "../errors.ts";
import { type ExplainedQuantity, explain as explainClaim } from "../evidence/explain.ts";
import { type Command, EXIT } from "./command.ts";
import type { Field } from "./fields.ts";
import { PROGRAM } from "./help.ts";
import { openGraph } from "./open-graph.ts";

export const explain: Command = {
  name: "explain",
  summary: "who said a claim, in which post, when and where",
  about: [
    "Prints the attributed text, what the claim's time and figure leave open, and each document with its address.",
  ],
  arguments: [{ name: "claim", help: "id of a claim; timeline and show tell them" }],
  options: ["data", "reported-by", "lang"],
  json: '{ "claim", "sentence", "status", "time", "quantity", "inferred", "citations", "text" }',
  example: ["explain", "xinjiang-trade-value-2023-357-3bn"],
  async run({ arguments: [id], ...call }) {
    const graph = await openGraph(call);
    const { lang, "reported-by": reportedBy } = call.options;
    if (!graph.hasEdge(id as string) && graph.hasNode(id as string))
      throw new NotFoundError(
        "graph/unknown-claim",
        `${show(id)} is an entity and not a claim; "${PROGRAM} show ${id}" tells of it and its claims.`,
      );
    const told = explainClaim(graph, id as string, {
      ...(lang !== undefined && { lang }),
      ...(reportedBy !== undefined && { reportedBy }),
    });
    const { text, claim, status, time, quantity, citations } = told;
    const fields: Field[] = [
      ["text", text],
      ["claim", claim.id],
      ["status", status],
      ["time", `${time.written}${time.attested ? " (attested)" : ""}: ${time.bounds}`],
      ...(quantity ? [["figure", figureText(quantity)] satisfies Field] : []),
      ...citations.flatMap(({ source, title, url, published, readAs }): Field[] => [
        ["source", `${source}: ${title}, published ${published}${readAs ? `, read as ${readAs}` : ""}`],
        ...(url === undefined ? [] : [["address", url] satisfies Field]),
      ]),
    ];
    await call.output.one(fields, told);
    return EXIT.done;
  },
};

function figureText({ text, unit, low, high }: ExplainedQuantity): string {
  const bound = (number: number): string => (Number.isFinite(number) ? String(number) : "no bound");
  return low === high ? text : `${text}: from ${bound(low)} to ${bound(high)} ${unit}`;
}

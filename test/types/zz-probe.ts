import type { KnowledgeGraph } from "../../src/graph/knowledge-graph.ts";
import type { XinjiangGraph } from "../../src/index.ts";
import type { Ontology } from "../../src/ontology/define.ts";
import type { QueryStart } from "../../src/query/builder-types.ts";

declare function query<O extends Ontology, Ids extends string>(
  graph: KnowledgeGraph<O, Ids>,
): QueryStart<O, Ids>;
declare const g: XinjiangGraph;
const a = query(g).from("port").out("opensTo").as("c");
for (const row of a) {
  const c: "country" = row.c.kind;
  const r: "opensTo" = row.claims[0].relation;
  console.log(c, r, row.entity.iso2);
}
query(g).from("port").out("holdsOffice");
query(g).from("country").out("opensTo");
query(g).from("port").in("opensTo");
query(g).from("port").both("holdsOffice");
query(g).from("port").out(["opensTo", "holdsOffice"]);
query(g).from("port").out("opensTwo");
query(g).from("prot");
query(g)
  .from("port")
  .where({ modes: { contains: "rial" } });
query(g).from("port").where({ iso2: "KZ" });
query(g)
  .from("port")
  .where({ modes: { contains: "rail" } })
  .whereClaim({});
query(g).from("port").as("id");
query(g).from("port").as("x").out("opensTo").as("x");
query(g)
  .from("port")
  .repeat((p) => p.out("opensTo"), 1, 2);
query(g)
  .from("region")
  .repeat((p) => p.out("locatedIn").ofKind("region").as("x"), 1, 2);
const b = query(g)
  .from("region")
  .repeat((p) => p.out("locatedIn").ofKind("region"), 0, 2)
  .in("locatedIn");
b.toArray()[0]!.claims.at(-1);
const u = query(g)
  .from("port/horgos-road")
  .union(
    (p) => p.out("opensTo").as("land"),
    (p) => p.out("locatedIn").as("place"),
  )
  .toArray();
const land: "country" | undefined = u[0]!.land?.kind;
const o = query(g)
  .from("port/horgos-road")
  .optional((p) => p.out("opensTo").as("land"))
  .out("locatedIn")
  .toArray();
const k: "country" | undefined = o[0]!.land?.kind;
console.log(land, k, o[0]!.entity.kind);
query(g)
  .from({ kind: "port", modes: { contains: "rail" } })
  .ids();
query(g).from({ kind: "port", iso2: "x" }).ids();
const gr = query(g).from("port").as("port").out("opensTo").groupBy("port").count().toArray();
gr[0]!.entity.modes;
const g2 = query(g).from("port").as("port").out("opensTo").groupBy().count().toArray();
g2[0]!.entity.iso2;
const g3 = query(g).from("port").as("port").out("opensTo").groupBy("label").count().toArray();
g3[0]!.entity satisfies undefined;
query(g)
  .from("region")
  .out("observed")
  .orderBy({ claim: "quantity", order: "descending" }, "label")
  .status("target", "planned")
  .at("2024")
  .limit(2);

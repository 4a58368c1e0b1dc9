/**
 * The main job: load the bundled dataset, ask it a dozen questions, print the answers with who said so, and write files
 * that other programs open. Everything here is the public API.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import {
  checkDerived,
  claimSentence,
  conflicts,
  describeSetAside,
  explain,
  findEntities,
  loadXinjiang,
  neighbors,
  quantityInWords,
  series,
  shortestPath,
  snapshot,
  support,
  timeline,
  toRows,
} from "xinjiang-graph";
import { toCsv } from "xinjiang-graph/format/csv";
import { toGexf } from "xinjiang-graph/format/gexf";
import { bounds, heading, line, sourcesOf, wrap } from "./print.ts";

const graph = loadXinjiang();
const { title, version, license } = graph.getAttribute("dataset");

heading(`${title} (version ${version}, ${license})`);
line(
  "The dataset records what named sources said on named dates. It does not establish that they were right.",
);
for (const source of Object.values(graph.getAttribute("sources"))) {
  const { name, class: publisherClass } = source.publisher;
  line(
    `  ${source.id}: ${name} (${publisherClass}), ${source.genre}${source.held ? `, held ${source.held}` : ""}, published ${source.published}`,
  );
}
line(`${graph.order} entities, ${graph.size} claims.`);

heading("1. Which land ports are named, and which country lies across the border?");
for (const port of findEntities(graph, { kind: "port" })) {
  if (!port.modes?.some((mode) => mode !== "air")) continue;
  const across = neighbors(graph, port.id, "opensTo");
  const said = across.map((row) => `${row.entity.label} (${sourcesOf(row.claims)})`).join(", ");
  line(`  ${port.label}: ${said || "none of the documents says"}`);
}

heading("2. What was Xinjiang's foreign trade by year?");
const trade = { subject: "region/xinjiang", indicator: "indicator/trade-value" } as const;
for (const point of series(graph, trade)) {
  line(
    `  ${point.time}  ${quantityInWords(point.quantity).padEnd(46)} ${bounds(point)}  ${sourcesOf([point.claim])}`,
  );
}

heading("3. What was expected or aimed at, apart from what was reported as done?");
for (const point of series(graph, { ...trade, status: ["expected", "target", "planned"] })) {
  line(`  ${point.time}  ${quantityInWords(point.quantity)}, ${point.status}  ${sourcesOf([point.claim])}`);
}

heading("4. How many ports of entry could one know of in March 2024, and in October 2025?");
for (const reportedBy of ["2024-03-31", "2025-10-31"]) {
  for (const indicator of [
    "indicator/ports-approved-by-state-council",
    "indicator/land-ports-for-foreign-trade",
  ] as const) {
    const known = series(graph, { subject: "region/xinjiang", indicator, reportedBy });
    const label = graph.getNodeAttribute(indicator, "label");
    const found = known.map((point) => `${point.value}, attested ${point.time}`).join("; ");
    line(`  by ${reportedBy}, ${label}: ${found || `nothing yet (${describeSetAside(known)})`}`);
  }
}

heading("5. Who said that trade reached 357.3 billion yuan, and which post did they hold then?");
const spoken = series(graph, { ...trade, during: "2023", voice: "quoted" });
for (const { claim } of spoken) wrap(explain(graph, claim.id).text);

heading("6. Which chain of claims leads from Zhao Zhijiang to Kazakhstan?");
const { path } = shortestPath(graph, "official/zhao-zhijiang", "country/kazakhstan");
for (const { claim } of path?.steps ?? []) wrap(`${claimSentence(graph, claim.id)} [${sourcesOf([claim])}]`);

heading("7. What certainly held on 2023-12-31, and what only possibly?");
const certain = snapshot(graph, { at: "2023-12-31" });
const possible = snapshot(graph, { at: "2023-12-31", certainty: "possible" });
line(`  certain: ${certain.size} claims; possible besides: ${possible.size - certain.size}`);
line("  For most claims the texts only show that they held on the day they were made, in 2024 or 2025.");
for (const view of [certain, possible]) {
  const ids = view
    .claims()
    .filter(
      (id) =>
        graph.getEdgeAttribute(id, "subject") === "port/horgos-road" ||
        graph.getEdgeAttribute(id, "relation") === "opensTo",
    );
  for (const id of ids) line(`  ${view.certainty(id)}: ${claimSentence(graph, id)}`);
}

heading("8. How did the free trade zone come about?");
for (const row of timeline(graph, "region/xinjiang-ftz", {
  relation: "milestoneIn",
  certainty: "possible",
})) {
  line(
    `  ${row.time.replace("/", "by ").padEnd(14)} ${row.claim.stage} in ${graph.getNodeAttribute(row.claim.object, "label")}  ${sourcesOf([row.claim])}`,
  );
}

heading("9. What are its parts, as of autumn 2025?");
for (const row of neighbors(graph, "region/xinjiang-ftz", "partOf", {
  direction: "in",
  at: "2025-10",
  certainty: "possible",
})) {
  line(
    `  ${row.entity.label} (${row.certainty}${row.lastAttested ? `, last attested ${row.lastAttested}` : ""})`,
  );
}

heading('10. How independent is the support for "first free trade zone in the north-western border region"?');
const first = neighbors(graph, "region/xinjiang-ftz", "ranked").find(
  (row) => row.id === "region/northwestern-border-region",
);
for (const claim of first?.claims ?? []) {
  const { documents, publishers, owners, classes } = support(graph, claim.id);
  line(
    `  ${documents} documents, ${publishers} publishers, ${owners} owners, ${classes} class of publisher [${claim.id}]`,
  );
}

heading("11. Which reports of Xinjiang's trade do not simply agree?");
for (const object of ["indicator/trade-value", "indicator/international-road-routes"] as const) {
  for (const conflict of conflicts(graph, { subject: "region/xinjiang", object }).slice(0, 4)) {
    wrap(`[${conflict.classes.join(", ")}] ${conflict.reason}`);
  }
}

heading("12. Do stated growth rates and shares follow from the stated levels?");
for (const check of checkDerived(graph)
  .filter((one) => ["agrees", "disagrees", "unstated basis"].includes(one.status))
  .slice(0, 6)) {
  wrap(`[${check.status}] ${check.reason}`);
}

mkdirSync("out", { recursive: true });
writeFileSync("out/xinjiang.gexf", toGexf(graph).text);
writeFileSync("out/xinjiang-claims.csv", toCsv(graph).claims);
heading("Files");
line("  out/xinjiang.gexf        the graph with its dates: open in Gephi or Gephi Lite");
line(
  `  out/xinjiang-claims.csv  ${toRows(graph).length} claims as rows: open in a spreadsheet, pandas, Observable Plot`,
);

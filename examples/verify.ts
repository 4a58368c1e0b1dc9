/** Checks every citation against the documents, which you bring: SOURCES_DIR names a folder with them and index.json. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadXinjiang, verifyCitations } from "xinjiang-graph";

const graph = loadXinjiang();
const folder = process.env.SOURCES_DIR ?? "";
if (!existsSync(join(folder, "index.json"))) {
  console.log(
    "Set SOURCES_DIR to the folder of the documents. Without texts, every citation is unverifiable:",
  );
  console.log((await verifyCitations(graph, {})).totals);
} else {
  const files: { file: string; url: string }[] = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
  const texts: Record<string, string> = {};
  for (const source of Object.values(graph.getAttribute("sources"))) {
    const found = files.find((file) => file.url === source.url);
    if (found) texts[source.id] = readFileSync(join(folder, found.file), "utf8");
  }
  console.log((await verifyCitations(graph, texts)).totals);
}

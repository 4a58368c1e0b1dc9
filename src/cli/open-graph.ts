/**
 * The graph that a command works on: the bundled one, or that of the user's own dataset.
 */
import { loadXinjiang } from "../dataset/bundled.ts";
import type { Call } from "./command.ts";
import type { Graph } from "./graph.ts";
import { readChecked } from "./read-data.ts";

/**
 * The graph of `--data`, or the bundled one.
 *
 * @throws InvalidRecordError with every problem of the data; KnowledgeGraphError where they cannot be read
 */
export async function openGraph({ options, output }: Pick<Call, "options" | "output">): Promise<Graph> {
  if (options.data === undefined) return loadXinjiang() as unknown as Graph;
  const { graphFromDataset } = await import("../load.ts");
  return graphFromDataset(await readChecked(options.data, output)) as unknown as Graph;
}

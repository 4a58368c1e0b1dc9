/** Every graph's layout, made once: at build for the bundled dataset, in a worker for any other. */
import bundled from "virtual:bundled-layout";
import type { AnyGraph } from "../view.ts";
import { layoutTask, type Positions } from "./layout.ts";

const known = new WeakMap<AnyGraph, Promise<Positions>>();

/** Makes a graph known as the bundled one, whose layout comes with the page. */
export function layOutAsBundled(graph: AnyGraph): void {
  known.set(graph, Promise.resolve(Float32Array.from(bundled)));
}

/** The positions of a graph's nodes, in the order of its nodes. */
export function positionsOf(graph: AnyGraph): Promise<Positions> {
  const positions = known.get(graph) ?? layOutBeside(graph);
  known.set(graph, positions);
  return positions;
}

function layOutBeside(graph: AnyGraph): Promise<Positions> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Positions>) => {
      resolve(data);
      worker.terminate();
    });
    worker.addEventListener("error", (event) => reject(new Error(event.message)));
    worker.postMessage(layoutTask(graph));
  });
}

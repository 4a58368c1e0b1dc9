/** Lays a graph out beside the page, so that the page stays at hand meanwhile. */
import { type LayoutTask, layout } from "./layout.ts";

addEventListener("message", ({ data }: MessageEvent<LayoutTask>) => postMessage(layout(data)));

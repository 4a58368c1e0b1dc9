/** Run when the page is built: the layout of the bundled dataset, to whole numbers. */
import { loadXinjiang } from "xinjiang-graph/data";
import { layout, layoutTask } from "./layout.ts";

export const positions: readonly number[] = Array.from(layout(layoutTask(loadXinjiang())), Math.round);

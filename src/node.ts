/**
 * Subpath `xinjiang-graph/node`: datasets on this machine, read and written. Needs Node.
 *
 * @module xinjiang-graph/node
 */
export { readDataset } from "./dataset/node-read.ts";
export { type FileContent, writeFileAtomic } from "./dataset/node-write.ts";
export { writeDataset } from "./dataset/node-write-dataset.ts";
export type { ParsedDataset } from "./dataset/parse-dataset.ts";
export type { LoadOptions } from "./dataset/read-files.ts";

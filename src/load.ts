/**
 * Subpath `xinjiang-graph/load`: one's own dataset, from texts, addresses, dropped files or a stream. Runs in a browser.
 *
 * @module xinjiang-graph/load
 */
export type { Chunks, Progress } from "./dataset/chunks.ts";
export type { Delimiter } from "./dataset/csv-scan.ts";
export { type CsvReaderOptions, csvReader } from "./dataset/csv-tables.ts";
export { type FollowTheMoneyOptions, followTheMoneyReader } from "./dataset/follow-the-money.ts";
export {
  FTM_MAPPING,
  type FtmClaimMapping,
  type FtmEntityMapping,
  type FtmMapping,
} from "./dataset/ftm-mapping.ts";
export { type DatasetInput, loadDataset } from "./dataset/load-dataset.ts";
export {
  graphFromDataset,
  type ParsedDataset,
  type ParseOptions,
  parseDataset,
} from "./dataset/parse-dataset.ts";
export type { LoadOptions } from "./dataset/read-files.ts";
export type { RecordFormat } from "./dataset/record-formats.ts";
export type { DatasetFile, Place, PlacedRecords, RecordReader } from "./dataset/record-reader.ts";
export { type StreamOptions, streamRecords } from "./dataset/stream-records.ts";

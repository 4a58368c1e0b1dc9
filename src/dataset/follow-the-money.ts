/**
 * FollowTheMoney in: entities of its JSON Lines into entities, those that stand for a relation into claims, by a declared
 * mapping. What the mapping does not name is counted and reported.
 *
 * @see https://followthemoney.tech/docs/
 */
import type { Source } from "../model/source.ts";
import { FtmFiles } from "./ftm-entities.ts";
import { FTM_MAPPING, type FtmMapping } from "./ftm-mapping.ts";
import { FtmRecords } from "./ftm-records.ts";
import type { RecordReader } from "./record-reader.ts";

/** Options of {@link followTheMoneyReader}. */
export interface FollowTheMoneyOptions {
  /** What becomes what; {@link FTM_MAPPING} unless given. */
  readonly mapping?: FtmMapping;
  /**
   * The record of each dataset as a source, by its name in the file. Of others a record is made, which says no more than
   * the name and the latest day on which the file says that something of it was seen or changed.
   */
  readonly sources?: Readonly<Record<string, Source>>;
}

/**
 * A reader of FollowTheMoney and OpenSanctions JSON Lines (`entities.ftm.json`), for the option `format`. Ids stay as they
 * are. Names are of undetermined language (`und`), for the format tells none. Each dataset of an entity is a source; every
 * record cites all of its entity's (`readAs: "repository file"`). A claim holds from its start to its end date, the one
 * missing being unknown; it is attested on its date if it has only that, and if it has none on the last day on which the
 * file says that it was seen. Times of day are cut off. Several files are read as one; all entities are held in memory until
 * the last is read.
 *
 * Errors: `ftm/not-an-entity`, `ftm/not-a-list`, `ftm/not-a-text`, `ftm/nested-entity`, `ftm/duplicate-id`,
 * `ftm/undated-dataset`, and those of JSON. Warnings, each told once with its count: `ftm/unmapped-schema`,
 * `ftm/unmapped-property`, `ftm/unmapped-field`, `ftm/unmapped-end`, `ftm/second-value`, `ftm/incomplete`, `ftm/undated`,
 * `ftm/several-datasets`.
 *
 * @example
 * const text = '{"id":"Q1","schema":"PublicBody","properties":{"name":["Customs"]},"datasets":["demo"],"last_seen":"2026-01-02"}';
 * const { entities } = followTheMoneyReader().read([{ name: "demo.ftm.json", text }], console.error, xinjiangOntology);
 * entities; // [{ id: "Q1", kind: "organization", names: [{ value: "Customs", lang: "und", source: "demo" }], sector: "government" }]
 */
export function followTheMoneyReader({
  mapping = FTM_MAPPING,
  sources = {},
}: FollowTheMoneyOptions = {}): RecordReader {
  return {
    extensions: [".ftm.json", ".ftm.jsonl", ".ftm.ndjson", ".ftm"],
    read: (files, report, ontology) =>
      new FtmRecords(new FtmFiles(files, report), { mapping, sources, ontology }),
  };
}

/**
 * What must be mended before datasets can be merged: records that are not valid, ids that datasets use for different
 * things, judgements that cannot hold. Every problem is told at once.
 */
import { InvalidRecordError, type Issue, show } from "../errors.ts";
import { kindOfRecord } from "../graph/build.ts";
import { foldName } from "../graph/name-index.ts";
import { type Locate, listIssues, validateRecords } from "../graph/validate.ts";
import { type DatasetRecords, RECORD_SORTS } from "../model/record.ts";
import type { Source } from "../model/source.ts";
import type { Ontology } from "../ontology/define.ts";
import { groupBy } from "./group-by.ts";
import { Clusters, type Judgement, judgementIssues } from "./judgements.ts";
import { sided } from "./merge-sides.ts";
import { addressOf } from "./same-source.ts";

/**
 * Throws for datasets that cannot be merged.
 *
 * @param locate where a record stands, where that is known; an issue's `file` is the name of the dataset otherwise
 * @throws InvalidRecordError with every problem
 */
export function checkMergeable(
  datasets: readonly DatasetRecords[],
  names: readonly string[],
  judgements: readonly Judgement[],
  ontology: Ontology,
  locate: Locate = () => ({}),
): void {
  const issues = [...recordIssues(datasets, names, ontology, locate), ...judgementIssues(judgements)];
  if (issues.length === 0) {
    issues.push(...kindIssues(datasets, judgements), ...documentIssues(datasets, names));
  }
  if (issues.length > 0) throw new InvalidRecordError(issues);
}

/** Problems of the records as of one dataset, so that they may refer to one another; an id may be used in each. */
function recordIssues(
  datasets: readonly DatasetRecords[],
  names: readonly string[],
  ontology: Ontology,
  locate: Locate,
): Issue[] {
  const shapeless = datasets.flatMap((records, side) =>
    listIssues(records).map((issue) => ({ ...issue, file: names[side] ?? "" })),
  );
  if (shapeless.length > 0) return shapeless;
  const all = {
    sources: datasets.flatMap(({ sources }) => sources),
    entities: datasets.flatMap(({ entities }) => entities),
    claims: datasets.flatMap(({ claims }) => claims),
  };
  return validateRecords(all, ontology, { locate: locateIn(datasets, names, locate) }).filter(
    ({ code }) => code !== "record/duplicate-id",
  );
}

/** The place that the caller knows of a record, else the name of its dataset as its file. */
function locateIn(datasets: readonly DatasetRecords[], names: readonly string[], locate: Locate): Locate {
  let files: Map<unknown, string> | undefined;
  return (record, path) => {
    files ??= new Map(
      datasets.flatMap((records, side) =>
        RECORD_SORTS.flatMap((list) =>
          (records[list] as readonly unknown[]).map((one) => [one, names[side] ?? ""] as const),
        ),
      ),
    );
    const file = files.get(record);
    return { ...(file !== undefined && { file }), ...locate(record, path) };
  };
}

/** Entities of one id, or judged the same, that are of different kinds. */
function kindIssues(datasets: readonly DatasetRecords[], judgements: readonly Judgement[]): Issue[] {
  const kinds = new Map<string, Set<string>>();
  for (const entity of datasets.flatMap(({ entities }) => entities)) {
    const some = kinds.get(entity.id) ?? new Set();
    kinds.set(entity.id, some.add(kindOfRecord(entity) ?? ""));
  }
  const issue = (id: string, path: string, message: string): Issue => ({
    code: "merge/kind-differs",
    severity: "error",
    id,
    path,
    message,
    expected: "one kind",
  });
  const ofOneId = Array.from(kinds).flatMap(([id, some]) =>
    some.size < 2
      ? []
      : [
          issue(
            id,
            "/kind",
            `${show(id)} is a ${[...some].sort().join(" and a ")}; give one of them another id.`,
          ),
        ],
  );
  const judged = new Clusters(judgements).members().flatMap((members) => {
    const there = members.filter((id) => kinds.has(id)).sort();
    if (new Set(there.flatMap((id) => [...(kinds.get(id) ?? [])])).size < 2) return [];
    const told = there
      .map((id) => `${id} is a ${[...(kinds.get(id) ?? [])].sort().join(" and a ")}`)
      .join(", ");
    return [
      issue(there[0] ?? "", "", `Judged the same, but of different kinds: ${told}. Take a judgement back.`),
    ];
  });
  return [...ofOneId, ...judged];
}

/** Sources of one id that have neither address, title nor text in common with another of them. */
function documentIssues(datasets: readonly DatasetRecords[], names: readonly string[]): Issue[] {
  const sources = groupBy(
    sided(datasets, "sources").map(({ record, side }) => ({ source: record, name: names[side] ?? "" })),
    ({ source }) => source.id,
  );
  return Array.from(sources).flatMap(([id, some]): Issue[] => {
    const odd = some.filter(
      (one) =>
        some.length > 1 && !some.some((other) => other !== one && isSameDocument(one.source, other.source)),
    );
    if (odd.length === 0) return [];
    const told = some.map(({ source, name }) => `${show(source.title)} (${name})`).join(" and ");
    const message = `${show(id)} names two documents: ${told}, with neither title, address nor text in common. Give one of them another id.`;
    return [{ code: "merge/document-differs", severity: "error", id, message, expected: "one document" }];
  });
}

function isSameDocument(a: Source, b: Source): boolean {
  if (foldName(a.title) === foldName(b.title)) return true;
  if (a.text !== undefined && a.text.sha256 === b.text?.sha256) return true;
  return a.url !== undefined && b.url !== undefined && addressOf(a.url) === addressOf(b.url);
}

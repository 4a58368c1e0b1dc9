/**
 * Several datasets into one. What says the same becomes one record, what says more extends it, what says something else is
 * told with both values; nothing is overwritten, and the outcome does not depend on the order of the datasets.
 */
import { InvalidQueryError, show } from "../errors.ts";
import { compareIds } from "../graph/read-graph.ts";
import type { Locate } from "../graph/validate.ts";
import { type DatasetInfo, type DatasetRecords, RECORD_SORTS } from "../model/record.ts";
import type { Ontology } from "../ontology/define.ts";
import { xinjiangOntology } from "../ontology/ontology.ts";
import { assertKnownOptions } from "../query/known-options.ts";
import type { Judgement } from "./judgements.ts";
import { mergeEntities, mergeInfo, mergeSources } from "./merge-by-id.ts";
import { checkMergeable } from "./merge-check.ts";
import { type MergedClaims, mergeClaims } from "./merge-claims.ts";
import { disagreementsOf } from "./merge-disagreements.ts";
import type { MergeConflict, MergeContext, MergeSort } from "./merge-fields.ts";
import { type Judged, judge } from "./merge-judged.ts";
import { countsOf } from "./merge-outcome.ts";
import type { MergeReport } from "./merge-report.ts";
import { type MergedList, sided, sidesOf } from "./merge-sides.ts";
import { type FormerRecords, formerOf } from "./merge-undo.ts";
import { renameEntities } from "./rename-entities.ts";
import { type SameEntityOptions, sameEntities } from "./same-entity.ts";
import { sameSources } from "./same-source.ts";

/** How to merge. */
export interface MergeOptions {
  /** The bundled one unless given; all datasets are of it. */
  readonly ontology?: Ontology;
  /** Names of the datasets, for the report; those that they give themselves, or their numbers, unless given. */
  readonly names?: readonly string[];
  /** Which ids name the same entity, and which do not. */
  readonly judgements?: readonly Judgement[];
  /**
   * Names of datasets whose ids and values stand where datasets differ, most preferred first. Without it, and between
   * datasets that it does not name, the first in code-unit order stands: no better value, but a rule that does not ask in
   * what order the datasets came.
   */
  readonly prefer?: readonly string[];
  /**
   * What the merged dataset says of itself. Unless given: what the datasets say, if they all say the same, else the names,
   * versions and licences of all, `ports + xinjiang-overland-opening-up`; `unnamed` and `unstated` for one that says nothing.
   */
  readonly dataset?: DatasetInfo;
  /** Which entities to propose as the same. */
  readonly same?: SameEntityOptions;
  /** Where a record stands in its file, for problems: what `parseDataset` gives. */
  readonly locate?: Locate;
}

/** What a merge gives. */
export interface Merged {
  /** Sorted by id. Records to which nothing was added are those of the input: treat them as frozen. */
  readonly records: DatasetRecords;
  readonly report: MergeReport;
  /** What the judgements replaced, for `undoJudgements`. */
  readonly former: FormerRecords;
}

/**
 * Merges datasets. Records of one id become one: names, identifiers, lists and citations are united, absent fields filled
 * in; where a field differs, one value stands (see `prefer`) and the report has all. Claims that say the same (subject,
 * relation, object, attributes, time, scope, figure and status) become one under one of their ids. Claims of one id that
 * say different things all stay: one keeps the id, the others get it with `~` and a hash of what they say. Entities are
 * the same only under one id or by a judgement; those that may be are proposed.
 *
 * Merging the outcome with one of the datasets again gives the same bytes (`datasetFiles`), and so does any order of the
 * datasets. So does merging in steps, but for the order of names and citations where three datasets have different ones,
 * and for ids where claims of one id differ and stand under others too. Give the judgements again when you merge an outcome
 * of judgements with its datasets: without them the ids that were judged are entities of their own again, and the claims
 * about them stand twice, one as `…~hash`. To take a judgement back, merge the datasets again without it, or see
 * `undoJudgements`. A dataset may refer to entities and sources of the others. Near-linear in the records.
 *
 * @throws InvalidRecordError with every problem: those of `validateRecords`; `merge/kind-differs`,
 *   `merge/document-differs` for an id that datasets use for different things; `merge/contradictory-judgements`,
 *   `merge/judged-itself`. InvalidQueryError `query/unknown-option`, `merge/not-a-list`, `merge/unknown-dataset`
 * @example
 * const names = [{ value: "Khorgos highway port", lang: "en" }];
 * const mine = { sources: [], claims: [], entities: [{ id: "port/my-khorgos", names }] };
 * const { report } = mergeDatasets([bundledRecords(), mine]);
 * report.entities.added; // ["port/my-khorgos"]
 * report.possiblySame[0]?.left; // "port/horgos-road"
 * report.possiblySame[0]?.reasons; // ['both are called "Khorgos highway port"']
 */
export function mergeDatasets(datasets: readonly DatasetRecords[], options: MergeOptions = {}): Merged {
  assertKnownOptions(options, ["ontology", "names", "judgements", "prefer", "dataset", "same", "locate"]);
  const { ontology = xinjiangOntology, judgements = [], prefer = [], dataset, same } = options;
  const names = namesFor(datasets, options.names);
  const ranks = ranksOf(names, prefer);
  checkMergeable(datasets, names, judgements, ontology, options.locate);
  const conflicts: MergeConflict[] = [];
  const context = { names, ranks, conflict: (conflict: MergeConflict) => conflicts.push(conflict) };
  const judged = judge(datasets, judgements, context);
  const merging: Merging = { datasets, ontology, dataset, ids: judged.ids };
  const lists = mergeLists(merging, context);
  const former =
    judged.ids.size === 0
      ? lists.all
      : mergeLists({ ...merging, ids: new Map() }, { ...context, conflict() {} }).all;
  return {
    records: lists.all,
    report: reportOf(lists, { names, ontology, conflicts, judged, same }),
    former: formerOf(former, lists.all),
  };
}

interface Merging {
  readonly datasets: readonly DatasetRecords[];
  readonly ontology: Ontology;
  readonly dataset: DatasetInfo | undefined;
  readonly ids: ReadonlyMap<string, string>;
}

/** What has been merged, sort by sort and as a whole. */
interface MergedLists {
  readonly sources: MergedList<DatasetRecords["sources"][number]>;
  readonly entities: MergedList<DatasetRecords["entities"][number]>;
  readonly claims: MergedClaims;
  readonly all: DatasetRecords;
}

function mergeLists(merging: Merging, context: MergeContext): MergedLists {
  const { ontology, ids } = merging;
  const datasets = merging.datasets.map((records) => renameEntities(records, ids, ontology));
  const sources = mergeSources(sided(datasets, "sources"), context);
  const entities = mergeEntities(sided(datasets, "entities"), ontology, context);
  const claims = mergeClaims(sided(datasets, "claims"), context);
  const infos = datasets.flatMap(({ dataset }, side) => (dataset ? [{ record: dataset, side }] : []));
  const isPartUnnamed = datasets.some(
    (records) => !records.dataset && RECORD_SORTS.some((sort) => records[sort].length > 0),
  );
  const dataset = merging.dataset ?? mergeInfo(infos, isPartUnnamed, context);
  const all = { sources: sources.records, entities: entities.records, claims: claims.records };
  return { sources, entities, claims, all: { ...(dataset && { dataset }), ...all } };
}

function reportOf(
  { sources, entities, claims, all }: MergedLists,
  about: {
    readonly names: readonly string[];
    readonly ontology: Ontology;
    readonly conflicts: MergeConflict[];
    readonly judged: Judged;
    readonly same: SameEntityOptions | undefined;
  },
): MergeReport {
  const { names, ontology, conflicts, judged, same } = about;
  const disagreements = disagreementsOf(all, claims, ontology);
  conflicts.sort(
    (a, b) =>
      compareIds(a.sort, b.sort) || compareIds(a.id, b.id) || compareIds(a.fields.join(), b.fields.join()),
  );
  const differing = (sort: MergeSort): string[] =>
    conflicts
      .filter((conflict) => conflict.sort === sort)
      .flatMap(({ id, values }) => values.map(({ standsAs = id }) => standsAs));
  return {
    datasets: names,
    sources: countsOf(sources, differing("sources")),
    entities: countsOf(entities, differing("entities")),
    claims: countsOf(claims, [...differing("claims"), ...disagreements.flatMap(({ a, b }) => [a, b])]),
    conflicts,
    disagreements,
    possiblySame: sameEntities(entities.records, entities.origins.map(sidesOf), ontology, same).filter(
      ({ left, right }) => !judged.areDifferent(left, right),
    ),
    possiblySameSources: sameSources(sources.records, sources.origins.map(sidesOf)),
    renamedClaims: claims.renamed,
    renamedEntities: Array.from(judged.ids, ([from, to]) => ({ from, to })).sort((a, b) =>
      compareIds(a.from, b.from),
    ),
    unusedJudgements: judged.unused,
  };
}

/** A name for each dataset, no name twice. */
function namesFor(datasets: readonly DatasetRecords[], given: readonly string[] = []): readonly string[] {
  if (!Array.isArray(datasets)) {
    throw new InvalidQueryError("merge/not-a-list", `Found ${show(datasets)}, expected a list of datasets.`);
  }
  const taken = new Set<string>();
  return datasets.map((records, side) => {
    const name = given[side] ?? records?.dataset?.name ?? `dataset ${side + 1}`;
    let free = name;
    for (let copy = 2; taken.has(free); copy++) free = `${name} (${copy})`;
    taken.add(free);
    return free;
  });
}

function ranksOf(names: readonly string[], prefer: readonly string[]): readonly number[] {
  const unknown = prefer.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new InvalidQueryError(
      "merge/unknown-dataset",
      `No dataset is called ${show(unknown)}; expected one of ${names.map(show).join(", ")}.`,
      { path: "/prefer" },
    );
  }
  return names.map((name) => (prefer.includes(name) ? prefer.indexOf(name) : prefer.length));
}

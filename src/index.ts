/**
 * xinjiang-graph: a typed graph of dated, sourced claims, with the bundled dataset's loader and the query helpers.
 * Nothing here imports `node:` or a schema library; those live in subpaths of their own.
 *
 * @module xinjiang-graph
 */

// The graph
export { bundledRecords, loadXinjiang, type XinjiangGraph } from "./dataset/bundled.ts";
export {
  FormatError,
  formatIssue,
  InvalidQueryError,
  InvalidRecordError,
  type Issue,
  KnowledgeGraphError,
  NotFoundError,
  OntologyError,
} from "./errors.ts";
export type { Speaker } from "./evidence/attribution.ts";
export { claimSentence, type SentenceOptions } from "./evidence/claim-sentence.ts";
// Evidence
export {
  CONFLICT_CLASSES,
  type Conflict,
  type ConflictClass,
  type ConflictOptions,
  compareClaims,
  conflicts,
  type Outcome,
} from "./evidence/conflicts.ts";
export { type Coverage, type CoverageOptions, coverage } from "./evidence/coverage.ts";
export type { AskedMatter } from "./evidence/coverage-matter.ts";
export type { CoveredClaim } from "./evidence/coverage-verdict.ts";
export type { DerivedInput, DerivedRange } from "./evidence/derivation-check.ts";
export type { DerivationRule } from "./evidence/derivation-rules.ts";
export {
  checkDerived,
  type DerivedCheck,
  type DerivedOptions,
  type DerivedStatus,
} from "./evidence/derived.ts";
export {
  type ExplainedQuantity,
  type ExplainedTime,
  type ExplainOptions,
  type Explanation,
  explain,
} from "./evidence/explain.ts";
export type { ExplainedCitation } from "./evidence/explain-citation.ts";
export type { FigureReport } from "./evidence/figure-reports.ts";
export { quantityInWords } from "./evidence/quantity-in-words.ts";
export type { RevisionStep } from "./evidence/revision-step.ts";
export { type FigureHistory, type RevisionsOptions, revisions } from "./evidence/revisions.ts";
export {
  type Candidate,
  type PassedOver,
  type PolicyFunction,
  SELECTION_POLICIES,
  type Selection,
  type SelectionPolicy,
  type SelectionPolicyName,
  type SelectOptions,
  select,
} from "./evidence/select.ts";
export type { Post } from "./evidence/speaker-posts.ts";
export {
  type ClassCounts,
  type Collapse,
  type Support,
  type SupportCounts,
  type SupportOptions,
  support,
} from "./evidence/support.ts";
export { textFragment } from "./evidence/text-fragment.ts";
export type { SourceTexts } from "./evidence/texts.ts";
export {
  CITATION_VERDICTS,
  type CitationCheck,
  type CitationVerdict,
  type Place,
  type Verification,
  type VerifyOptions,
  verifyCitations,
} from "./evidence/verify.ts";
export {
  type LostName,
  type WeakenedClaim,
  type Withdrawal,
  type WithdrawOptions,
  withdraw,
} from "./evidence/withdraw.ts";
export type { LabelOptions } from "./format/export-view.ts";
export type { AttestedSpells } from "./format/gexf-time.ts";
export type { Json, JsonObject } from "./format/json-records.ts";
export type { TableChunk, TableChunks, TextChunks } from "./format/lines.ts";
export type { RdfOptions } from "./format/rdf-terms.ts";
export type { XinjiangEntityId, XinjiangSourceId } from "./generated/ids.ts";
export { assembleGraph } from "./graph/assemble.ts";
export { freeze, frozenFromRecords, type StreamedRecord } from "./graph/freeze.ts";
export { type FrozenColumns, fromColumns, toColumns } from "./graph/frozen-columns.ts";
export { type FrozenGraph, openFrozen } from "./graph/frozen-graph.ts";
export type {
  GraphAttributes,
  IdOfKind,
  KindOfId,
  KnowledgeGraph,
  ReadableGraph,
} from "./graph/knowledge-graph.ts";
export type { AnyClaim, AnyEntity, Side } from "./graph/read-graph.ts";
export { type Locate, type ValidateOptions, validateRecords } from "./graph/validate.ts";
// Records
export type { Citation } from "./model/citation.ts";
export type { ClaimCore, ClaimEnds, ClaimOf, ClaimRecord, Scope } from "./model/claim.ts";
export { type EntityCore, type EntityOf, type EntityRecord, type Name, nameIn } from "./model/entity.ts";
export { type Fingerprint, fingerprint, normalizePassage } from "./model/passage.ts";
export {
  boundsOfQuantity,
  type Equivalent,
  HEDGES,
  type HedgeConvention,
  numberOf,
  type Quantity,
  type QuantityBounds,
} from "./model/quantity.ts";
export type { DatasetInfo, DatasetRecords } from "./model/record.ts";
export type { Publisher, Source } from "./model/source.ts";
export { conversionFactor } from "./model/unit.ts";
// Ontology
export {
  type AttributeDescriptor,
  type AttributeDescriptors,
  defineKind,
  defineOntology,
  defineRelation,
  type Ends,
  type KindDefinition,
  type Ontology,
  type RelationDefinition,
  type TypedKind,
  type TypedRelation,
  type UnitDefinition,
} from "./ontology/define.ts";
export {
  type AttributesOf,
  type AttributeValue,
  type Direction,
  type KindAcross,
  type KindOf,
  type ObjectKind,
  type RelationOf,
  type RelationsAt,
  type SubjectKind,
  type XinjiangOntology,
  xinjiangOntology,
} from "./ontology/ontology.ts";
export {
  CLAIM_STATUSES,
  type ClaimStatus,
  COMPARATORS,
  type Comparator,
  PUBLISHER_CLASSES,
  type PublisherClass,
  STANCES,
  type Stance,
  VOICES,
  type Voice,
} from "./ontology/vocabulary.ts";
export type { AnyGroup } from "./query/aggregate.ts";
// Queries
export { type Answer, describeSetAside, type SetAside } from "./query/answer.ts";
export { query } from "./query/builder.ts";
export type { Clauses } from "./query/builder-clauses.ts";
export type { CountRow, FigureRow, Grouping, GroupRow, Groups } from "./query/builder-groups.ts";
export type {
  ClaimTestsOf,
  EntityTestsOf,
  GroupKeyOf,
  Names,
  NoNames,
  OrderKeyOf,
  RowOf,
  StepOptions,
} from "./query/builder-rows.ts";
export type { Branch, Query, QueryStart } from "./query/builder-types.ts";
export { type ClaimsOptions, claimIds, claims, claimsOf, type EntityClaimRow } from "./query/claims.ts";
export { compareReports, type ReportChange } from "./query/compare-reports.ts";
export { ego } from "./query/ego.ts";
export { evaluate } from "./query/evaluate.ts";
export type { ClaimFilter } from "./query/filter.ts";
export { type Neighbor, type NeighborsOptions, neighborIds, neighbors } from "./query/neighbors.ts";
export { type Path, type PathAnswer, type PathOptions, type PathStep, shortestPath } from "./query/paths.ts";
export type {
  ClaimTests,
  EntityTests,
  NameTest,
  NumberTest,
  OrderKey,
  Plan,
  PlanGroup,
  PlanKey,
  PlanStep,
  QuantityTest,
  RepeatStep,
  Scalar,
  ScopeTest,
  ValueTest,
  WalkStep,
} from "./query/plan.ts";
export { parsePlan } from "./query/plan-parse.ts";
export type { Refusal } from "./query/refusal.ts";
export type { ClaimRow, FlatRow } from "./query/rows.ts";
export { type EntityFilter, type FoundEntity, findEntities, type SearchHit, search } from "./query/search.ts";
export { type SeriesOptions, type SeriesPoint, series } from "./query/series.ts";
export { type Snapshot, type SnapshotOptions, snapshot } from "./query/snapshot.ts";
export { type RowsOptions, toRows } from "./query/tables.ts";
export { type TimelineRow, timeline, timelineIds } from "./query/timeline.ts";
export { type DegreeOptions, type DegreeRow, topDegree } from "./query/top-degree.ts";
export { type TraverseOptions, traverse, type Visit } from "./query/traverse.ts";
export type { AnyRow } from "./query/tree-rows.ts";
export type { WhichClaims } from "./query/which-claims.ts";
// Time
export {
  addDuration,
  DAY_MAX,
  DAY_MIN,
  type DatePrecision,
  type Day,
  formatDay,
  formatPartialDate,
  type PartialDate,
  parsePartialDate,
} from "./time/partial-date.ts";
export {
  answerTime,
  type Certainty,
  compileTimeClause,
  describeBounds,
  type TimeClause,
  type TimeQuestion,
} from "./time/time-question.ts";
export {
  boundsOf,
  boundsOfAttested,
  formatValidTime,
  type IntervalEnd,
  parseValidTime,
  type TimeBehaviour,
  type TimeBounds,
  type ValidTime,
} from "./time/valid-time.ts";

/**
 * Whether a graph can answer at all: what is attested, what is known not to be, on what it is silent, and what lies
 * outside it. "Not in the dataset" is a value here, apart from "not so".
 */
import type { IdOfKind, KnowledgeGraph } from "../graph/knowledge-graph.ts";
import { type AnyClaim, DENIED, type ReadGraph } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { ClaimOf } from "../model/claim.ts";
import type { DatasetInfo } from "../model/record.ts";
import type { Ontology } from "../ontology/define.ts";
import type { RelationOf } from "../ontology/ontology.ts";
import type { SetAside } from "../query/answer.ts";
import { type ClaimFilter, compileFilter, lastDayAsked } from "../query/filter.ts";
import { formatDay } from "../time/partial-date.ts";
import { answerTime, type Certainty, compileTimeClause, type TimeClause, type TimeQuestion } from "../time/time-question.ts";
import { assertKnownOptions } from "./known-options.ts";
import { corpusSpan, liesOutside } from "./corpus-span.ts";
import { coverageReason } from "./coverage-reason.ts";
import { claimsOnMatter, type Matter, unknownMatter } from "./coverage-matter.ts";
import { present } from "./present.ts";

/**
 * What the page shows, as one frozen object, and that object as the address's hash: a link holds all of it.
 */
import { type ClaimStatus, KnowledgeGraphError, type PublisherClass, parsePartialDate } from "xinjiang-graph";

export const LAYOUTS = ["all", "network", "map", "timeline", "figures"] as const;
export const THEMES = ["auto", "light", "dark"] as const;

/** Views that can be shown as a table. */
export const VIEWS = ["network", "map", "timeline", "figures"] as const;
export type ViewName = (typeof VIEWS)[number];

/** Lists narrow: an empty one leaves everything in. Frozen. */
export interface State {
  /** EDTF day, month or year asked about. */
  readonly asOf?: string;
  /** EDTF day, month or year by which one is to have known. */
  readonly knownBy?: string;
  /** Only claims that touch an entity with such a name. */
  readonly words: string;
  readonly kinds: readonly string[];
  readonly relations: readonly string[];
  readonly statuses: readonly ClaimStatus[];
  readonly classes: readonly PublisherClass[];
  /** The least certainty shown. */
  readonly certainty: "certain" | "possible";
  readonly claim?: string;
  readonly entity?: string;
  readonly indicator?: string;
  readonly subject?: string;
  readonly layout: (typeof LAYOUTS)[number];
  readonly tables: readonly ViewName[];
  readonly theme: (typeof THEMES)[number];
}

/** What a state may name: all of it is of the dataset on show. */
export interface Vocabulary {
  readonly kinds: readonly string[];
  readonly relations: readonly string[];
  readonly statuses: readonly string[];
  readonly classes: readonly string[];
  hasEntity(id: string): boolean;
  hasClaim(id: string): boolean;
}

export const DEFAULT_STATE: State = Object.freeze({
  ...{ words: "", kinds: [], relations: [], statuses: [], classes: [], certainty: "possible" },
  ...{ layout: "all", tables: [], theme: "auto" },
} as const);

/** Name in the address, field of the state, how many values. The order of the list is the order in the address. */
const FIELDS: readonly (readonly [name: string, field: keyof State, many: boolean])[] = [
  ["as-of", "asOf", false],
  ["known-by", "knownBy", false],
  ["words", "words", false],
  ["kind", "kinds", true],
  ["relation", "relations", true],
  ["status", "statuses", true],
  ["publisher", "classes", true],
  ["certainty", "certainty", false],
  ["claim", "claim", false],
  ["entity", "entity", false],
  ["indicator", "indicator", false],
  ["of", "subject", false],
  ["view", "layout", false],
  ["table", "tables", true],
  ["theme", "theme", false],
];

/** The state as a hash, without `#`; the default state is the empty text. */
export function formatState(state: State): string {
  const hash = new URLSearchParams();
  for (const [name, field] of FIELDS) {
    const value = state[field];
    if (value === undefined || value === DEFAULT_STATE[field]) continue;
    for (const one of typeof value === "string" ? [value] : value) hash.append(name, one);
  }
  return hash.toString();
}

/** A state read from a hash, and what of it could not be read: that is left as it is by default. */
export interface ReadState {
  readonly state: State;
  readonly problems: readonly string[];
}

/** Reads {@link formatState}'s text; never throws. */
export function readState(hash: string, vocabulary: Vocabulary): ReadState {
  const problems: string[] = [];
  const found: Partial<Record<keyof State, string | string[]>> = {};
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
    const field = FIELDS.find(([known]) => known === name);
    const problem = field ? checkValue(field[1], value, vocabulary) : "is nothing that this page knows";
    if (!field || problem) problems.push(`${name}=${value} ${problem}.`);
    else if (!field[2]) found[field[1]] = value;
    else found[field[1]] = [...new Set([...(found[field[1]] ?? []), value])];
  }
  return { state: Object.freeze({ ...DEFAULT_STATE, ...found } as State), problems };
}

/** Why a value is not one of its field; `undefined` if it is. */
function checkValue(field: keyof State, value: string, vocabulary: Vocabulary): string | undefined {
  switch (field) {
    case "asOf":
    case "knownBy":
      return whyNoDay(value);
    case "words":
      return undefined;
    case "claim":
      return vocabulary.hasClaim(value) ? undefined : "is no claim of this dataset";
    case "entity":
    case "indicator":
    case "subject":
      return vocabulary.hasEntity(value) ? undefined : "is no entity of this dataset";
    default:
      return acceptedValues(field, vocabulary).includes(value)
        ? undefined
        : `is not one of ${acceptedValues(field, vocabulary).join(", ")}`;
  }
}

function acceptedValues(field: keyof State, vocabulary: Vocabulary): readonly string[] {
  switch (field) {
    case "certainty":
      return ["certain", "possible"];
    case "layout":
      return LAYOUTS;
    case "tables":
      return VIEWS;
    case "theme":
      return THEMES;
    default:
      return vocabulary[field as "kinds" | "relations" | "statuses" | "classes"];
  }
}

/** Why a text is no day, month or year that can be asked about; `undefined` if it is one. */
export function whyNoDay(text: string): string | undefined {
  try {
    const { approximate, uncertain, unspecified } = parsePartialDate(text);
    return approximate || uncertain || unspecified
      ? "is no definite date: leave out ~, ?, % and X"
      : undefined;
  } catch (error) {
    if (error instanceof KnowledgeGraphError) return `is no date. ${error.message}`;
    throw error;
  }
}

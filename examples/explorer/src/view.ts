/**
 * What the page hands its views and what it wants of them: one selection, drawn by each view in its own way.
 *
 * Colours come from custom properties of the page, so that both themes suit every view: `--paper` (a view's ground),
 * `--ink`, `--muted` (second text), `--line` (rules and axes), `--accent` (what is chosen), `--land`, `--possible`.
 * A canvas reads them again in `update` when `selection.theme` has changed.
 */
import type { ClaimStatus, Day, KnowledgeGraph, Ontology } from "xinjiang-graph";

/** A graph of any ontology. */
export type AnyGraph = KnowledgeGraph<Ontology>;

/** The days between which a claim's time began and ended, as known by the selection's `knownBy`. */
export interface ShownBounds {
  /** `undefined` where nothing bounds that side. */
  readonly earliestStart: Day | undefined;
  readonly latestStart: Day | undefined;
  readonly earliestEnd: Day | undefined;
  readonly latestEnd: Day | undefined;
  /** Known only from days on which a text shows it: `latestStart` and `earliestEnd` are the first and last of these. */
  readonly attested: boolean;
  /** Written with `~`, `?` or `%`: approximate or doubtful. */
  readonly vague: boolean;
}

/** A claim of the selection. */
export interface ShownClaim {
  readonly id: string;
  readonly subject: string;
  readonly object: string;
  readonly relation: string;
  /** The relation as it reads from the subject: "opens to". */
  readonly label: string;
  readonly certainty: "certain" | "possible";
  readonly status: ClaimStatus;
  /** The time as written (EDTF), for tables. */
  readonly time: string;
  readonly bounds: ShownBounds;
  /** Day on which the first of its citations may have been published. */
  readonly reportedFrom: Day;
  /** Ids of the sources that it cites, each once. */
  readonly sources: readonly string[];
}

/** An entity of the dataset, in the colour that its kind has in the page's theme. */
export interface ShownEntity {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  /** `#rrggbb` */
  readonly color: string;
  /** WGS 84 degrees; both or neither. */
  readonly lat?: number;
  readonly lng?: number;
}

/** What is shown. A new object whenever anything of it changes; parts that did not change stay the same objects. */
export interface Selection {
  /** The whole dataset, not only the selection. */
  readonly graph: AnyGraph;
  /** The entities that the shown claims join, by id. */
  readonly entities: ReadonlyMap<string, ShownEntity>;
  readonly claims: readonly ShownClaim[];
  /** The day asked about (EDTF), if any. */
  readonly asOf?: string;
  /** The day by which one is to have known (EDTF), if any. */
  readonly knownBy?: string;
  /** First and last day worth showing on an axis of valid time. */
  readonly span: readonly [first: Day, last: Day];
  readonly chosen?: { readonly entity?: string; readonly claim?: string };
  readonly theme: "light" | "dark";
}

/** What a view may ask of the page. Without an id: nothing is chosen any more. */
export interface Actions {
  chooseClaim(id?: string): void;
  chooseEntity(id?: string): void;
}

/** One drawing of the selection. */
export interface View<S extends Selection = Selection> {
  update(selection: S): void;
  /** The container has another size. */
  resize(): void;
  destroy(): void;
  /** The same content as a table: its rows choose by buttons, so that it can be used by keyboard. Made when asked. */
  table(): HTMLTableElement;
}

/** Puts a view into an empty container, which fills its card and has a size. */
export type MakeView<S extends Selection = Selection> = (container: HTMLElement, actions: Actions) => View<S>;

/** What the chart of figures is given: the selection, and which figures of whom. */
export interface SeriesSelection extends Selection {
  readonly indicator?: string;
  readonly subject?: string;
}

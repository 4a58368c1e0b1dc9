/**
 * From one report of a figure to the next: by how much it changed, and whether it changed at all but in precision.
 */
import { HEDGES } from "../model/quantity.ts";
import type { Ontology } from "../ontology/define.ts";
import { computedInWords } from "./computed-in-words.ts";
import { commonFigures, isRounding, rangesMeet } from "./figure.ts";
import type { FigureReport } from "./figure-reports.ts";

/** A change from one report to the next. */
export interface RevisionStep {
  readonly from: FigureReport;
  readonly to: FigureReport;
  /** The later value less the earlier one, in `unit`; absent where no declared factor joins their units. */
  readonly difference?: number;
  readonly unit?: string;
  /** Whether one number can be both, by their hedges and digits; absent where the units cannot be compared. */
  readonly boundsMeet?: boolean;
  /** Whether one is the other, less precise. */
  readonly onlyPrecision: boolean;
  /** Whether one document gave both. */
  readonly sameDocument: boolean;
  /** Both figures with their documents and days, and what came of them. */
  readonly reason: string;
}

/** The step between two reports. Units convert by declared factors only, or by an equivalent that a source gives. */
export function stepBetween(from: FigureReport, to: FigureReport, ontology: Ontology): RevisionStep {
  const sameDocument = from.source === to.source;
  const between = `From ${told(from)} to ${told(to)}:`;
  const figures = commonFigures(from.quantity, to.quantity, { ontology, hedges: HEDGES });
  if (!figures) {
    const reason = `${between} no declared factor joins the units.`;
    return { from, to, onlyPrecision: false, sameDocument, reason };
  }
  const [before, after] = figures;
  const difference = Number((after.value - before.value).toPrecision(12));
  const boundsMeet = rangesMeet(before.firm, after.firm);
  const finer = isRounding(before, after);
  const coarser = isRounding(after, before);
  const change = `${difference < 0 ? "−" : "+"}${computedInWords(Math.abs(difference), before.unit, ontology)}`;
  const outcome =
    finer || coarser
      ? `the same figure, ${finer ? "more" : "less"} precise.`
      : boundsMeet
        ? `${change}, within what hedges and rounding allow.`
        : `${change}, more than hedges and rounding allow.`;
  return {
    ...{ from, to, difference, unit: before.unit, boundsMeet },
    ...{ onlyPrecision: finer || coarser, sameDocument, reason: `${between} ${outcome}` },
  };
}

function told({ text, source, stated, published }: FigureReport): string {
  const days = stated === published ? published : `stated ${stated}, published ${published}`;
  return `${text} (${source}, ${days})`;
}

/** Selections of the bundled dataset, as the page hands them to its views. */
import { loadXinjiang } from "xinjiang-graph";
import { openDataset } from "../../../examples/explorer/src/dataset.ts";
import { select } from "../../../examples/explorer/src/selection.ts";
import { DEFAULT_STATE, type State } from "../../../examples/explorer/src/state.ts";
import type { AnyGraph, Selection, ShownClaim } from "../../../examples/explorer/src/view.ts";

const dataset = openDataset(loadXinjiang() as unknown as AnyGraph);

export function bundledSelection(state: Partial<State> = {}): Selection {
  return select(dataset, { ...DEFAULT_STATE, ...state }, "light").selection;
}

export function claimOf(selection: Selection, id: string): ShownClaim {
  const claim = selection.claims.find((one) => one.id === id);
  if (!claim) throw new Error(`The selection has no claim ${id}.`);
  return claim;
}

/** The panel beside the views: what is chosen, or what the dataset is as long as nothing is. */
import { element } from "../element.ts";
import type { Selected } from "../selection.ts";
import type { State } from "../state.ts";
import type { AnyGraph, Selection } from "../view.ts";
import { aboutPanel } from "./about-panel.ts";
import { claimPanel, type PanelContext } from "./claim-panel.ts";
import { entityPanel } from "./entity-panel.ts";

export interface Panel {
  update(context: PanelContext, state: State, selected: Selected): void;
}

export function makePanel(container: HTMLElement): Panel {
  /** What is shown, so that a step of a slider does not take the panel from under a reader. */
  let shown: string | undefined;
  let lastChoice = "[null,null]";
  /** Where one came from, to go back to when nothing is chosen any more. */
  let origin: HTMLElement | undefined;

  /** Whoever chose by a control is taken to what it chose; whoever pointed at a drawing stays there. */
  function follow(came: Element | null, chosen: boolean): void {
    const within = came !== null && container.contains(came);
    if (!chosen) {
      if (within && origin?.isConnected) origin.focus();
      origin = undefined;
    } else if (within || came instanceof HTMLButtonElement || came instanceof HTMLInputElement) {
      if (!within) origin = came as HTMLElement;
      container.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    }
  }

  return {
    update(context, state, { selection }) {
      const { claim, entity } = state;
      const onDay = claim === undefined ? undefined : standing(selection, claim, state.asOf);
      const graph = numberOf(context.graph);
      const key = JSON.stringify([graph, claim, entity, state.knownBy, onDay]);
      if (shown === key) return;
      shown = key;
      const came = document.activeElement;
      const chosen = claim !== undefined || entity !== undefined;
      const before = [...container.childNodes];
      container.classList.toggle("chosen", chosen);
      container.prepend(
        ...(chosen ? [closeButton(context)] : []),
        ...contentOf(context, claim, entity, onDay),
      );
      const choice = JSON.stringify([claim, entity]);
      if (choice !== lastChoice) follow(came, chosen);
      lastChoice = choice;
      // The old content goes last, so that one could tell whether the focus was in it.
      for (const node of before) node.remove();
      container.scrollTop = 0;
    },
  };
}

/** Whether a claim is in the selection, in words; nothing where it is, and no day is asked about. */
function standing({ claims }: Selection, id: string, asOf: string | undefined): string | undefined {
  const found = claims.find((claim) => claim.id === id);
  if (!found) return "left out by the days or filters";
  return asOf === undefined ? undefined : `${found.certainty} on ${asOf}`;
}

function closeButton({ actions }: PanelContext): HTMLElement {
  const click = (): void => actions.chooseClaim();
  return element("button", { type: "button", class: "close", "aria-label": "Choose nothing", click }, "×");
}

function contentOf(
  context: PanelContext,
  claim: string | undefined,
  entity: string | undefined,
  onDay: string | undefined,
): readonly Node[] {
  if (claim !== undefined) return claimPanel(context, claim, onDay);
  return entity === undefined ? aboutPanel(context.graph) : entityPanel(context, entity);
}

const numbers = new WeakMap<AnyGraph, number>();
let graphs = 0;

/** Tells graphs apart. */
function numberOf(graph: AnyGraph): number {
  const number = numbers.get(graph) ?? ++graphs;
  numbers.set(graph, number);
  return number;
}

/** The panel beside the views: what is chosen, or what the dataset is as long as nothing is. */
import { element } from "../element.ts";
import type { Selected } from "../selection.ts";
import type { State } from "../state.ts";
import { aboutPanel } from "./about-panel.ts";
import { claimPanel, type PanelContext } from "./claim-panel.ts";
import { entityPanel } from "./entity-panel.ts";

export interface Panel {
  update(context: PanelContext, state: State, selected: Selected): void;
}

export function makePanel(container: HTMLElement): Panel {
  /** What is shown, so that a step of a slider does not take the panel from under a reader. */
  let shown: string | undefined;
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
    update(context, { claim, entity, knownBy }, { selection }) {
      const certainty = selection.claims.find(({ id }) => id === claim)?.certainty;
      const key = JSON.stringify([claim, entity, knownBy, certainty]);
      if (shown === key && container.dataset.of === datasetKey(context)) return;
      shown = key;
      container.dataset.of = datasetKey(context);
      container.classList.toggle("chosen", claim !== undefined || entity !== undefined);
      const came = document.activeElement;
      const close = element(
        "button",
        {
          type: "button",
          class: "close",
          "aria-label": "Choose nothing",
          click: () => context.actions.chooseClaim(),
        },
        "×",
      );
      const inSelection = selection.claims.find(({ id }) => id === claim);
      const chosen = claim !== undefined || entity !== undefined;
      const content = [...(chosen ? [close] : []), ...contentOf(context, claim, entity, inSelection)];
      // The old content goes last, so that one can tell whether the focus was in it.
      const before = [...container.childNodes];
      container.prepend(...content);
      follow(came, chosen);
      for (const node of before) node.remove();
      container.scrollTop = 0;
    },
  };
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

const datasets = new WeakMap<object, string>();
let opened = 0;

/** A key for the graph on show. */
function datasetKey({ graph }: PanelContext): string {
  const key = datasets.get(graph) ?? String(++opened);
  datasets.set(graph, key);
  return key;
}

/**
 * The network: sigma on the graph as it is. A step of a slider changes what is hidden, never the graph or its layout,
 * and touches only the claims that came or went.
 */
import { EdgeCurvedArrowProgram } from "@sigma/edge-curve";
import Sigma from "sigma";
import { EdgeArrowProgram } from "sigma/rendering";
import { count, element } from "../element.ts";
import type { AnyGraph, MakeView, Selection } from "../view.ts";
import { button } from "../views/controls.ts";
import { edgeLook, nodeLook } from "./appearance.ts";
import { makeLabels } from "./labels.ts";
import { networkTable } from "./network-table.ts";
import { positionsOf } from "./positions.ts";
import { differences, differsThroughout, firstScene, nextScene, type Scene } from "./scene.ts";

export const makeNetworkView: MakeView = (container, actions) => {
  const stage = element("div", { class: "view-stage", role: "img" });
  const note = element("p", { class: "view-note", role: "status" });
  const bar = element(
    "div",
    { class: "view-bar" },
    button("−", "Show more of the network", () => sigma?.getCamera().animatedUnzoom(ANIMATED)),
    button("+", "Show less of the network, larger", () => sigma?.getCamera().animatedZoom(ANIMATED)),
    button("All", "Show all of the network", () => sigma?.getCamera().animatedReset(ANIMATED)),
  );
  container.append(element("div", { class: "view" }, bar, stage, note));
  let selection: Selection | undefined;
  let scene: Scene | undefined;
  let sigma: Sigma | undefined;
  let drawn: AnyGraph | undefined;
  wheelOnlyWhenAtWork(stage);

  async function draw(graph: AnyGraph): Promise<void> {
    drawn = graph;
    sigma?.kill();
    sigma = undefined;
    note.textContent = graph.order > 0 ? "Laying the network out…" : "Nothing to show.";
    const positions = await positionsOf(graph);
    if (drawn !== graph || graph.order === 0) return;
    place(graph, positions);
    sigma = makeSigma(graph, firstScene(graph, container));
    note.textContent = "";
    show();
  }

  function makeSigma(graph: AnyGraph, first: Scene): Sigma {
    scene = first;
    const look = (): Scene => scene ?? first;
    const labels = makeLabels(() => look().palette);
    const made = new Sigma(graph as never, stage, {
      nodeReducer: (id, { x, y }) => ({ x, y, ...nodeLook(look(), id) }),
      edgeReducer: (id) => edgeLook(look(), id),
      edgeProgramClasses: { arrow: EdgeArrowProgram, curved: EdgeCurvedArrowProgram },
      enableEdgeEvents: !first.crowded,
      ...{
        zIndex: !first.crowded,
        minEdgeThickness: 0.7,
        labelSize: 12.5,
        labelDensity: 0.3,
        labelGridCellSize: 160,
      },
      ...{ labelRenderedSizeThreshold: 5, stagePadding: 24, allowInvalidContainer: true },
      ...{ minCameraRatio: 0.02, maxCameraRatio: 3 },
      defaultDrawNodeLabel: labels.draw,
      defaultDrawNodeHover: labels.hover,
    });
    made.on("beforeRender", labels.begin);
    made.on("clickNode", ({ node }) => actions.chooseEntity(node));
    made.on("clickEdge", ({ edge }) => actions.chooseClaim(edge));
    made.on("clickStage", () => actions.chooseClaim());
    for (const [enter, leave] of [
      ["enterNode", "leaveNode"],
      ["enterEdge", "leaveEdge"],
    ] as const) {
      made.on(enter, () => stage.classList.add("pointed"));
      made.on(leave, () => stage.classList.remove("pointed"));
    }
    return made;
  }

  /** Without WebGL nothing can be drawn; the table holds the same. */
  function explain(error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    note.textContent = `The network cannot be drawn here (${why}). Its table shows the same.`;
  }

  /** Brings what is drawn to what is selected. */
  function show(): void {
    if (!sigma || !selection || !scene) return;
    const before = scene;
    scene = nextScene(before, selection, container);
    const { graph, entities, claims } = selection;
    stage.setAttribute(
      "aria-label",
      `Network of ${count(entities.size, "entity", "entities")} and ${count(claims.length, "claim")}. The same is in the table of this view.`,
    );
    const throughout = differsThroughout(before, scene);
    // What is chosen comes to the top only when sigma orders everything anew, which large graphs are spared.
    if (throughout && !scene.crowded) sigma.refresh();
    else {
      const everything = { nodes: graph.nodes(), edges: graph.edges() };
      const partialGraph = throughout ? everything : differences(before, scene);
      sigma.refresh({ partialGraph, skipIndexation: true });
    }
  }

  return {
    update(next) {
      selection = next;
      if (next.graph === drawn) show();
      else draw(next.graph).catch(explain);
    },
    resize: () => sigma?.scheduleRefresh(),
    destroy() {
      sigma?.kill();
      container.replaceChildren();
    },
    table: () => networkTable(selection, actions),
  };
};

const ANIMATED = { duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 200 };

/** Sigma reads where a node stands from the graph; everything else that it draws comes from the scene. */
function place(graph: AnyGraph, positions: Float32Array): void {
  graph.nodes().forEach((id, number) => {
    const [x, y] = [positions[number * 2], positions[number * 2 + 1]];
    graph.replaceNodeAttributes(id, { ...graph.getNodeAttributes(id), x, y } as never);
  });
}

/** Lets the wheel scroll the page past the network, until one has clicked into it. */
function wheelOnlyWhenAtWork(stage: HTMLElement): void {
  let atWork = false;
  stage.addEventListener("pointerdown", () => {
    atWork = true;
  });
  stage.addEventListener("pointerleave", () => {
    atWork = false;
  });
  stage.addEventListener(
    "wheel",
    (event) => {
      if (!atWork && !event.ctrlKey) event.stopPropagation();
    },
    { capture: true, passive: true },
  );
}

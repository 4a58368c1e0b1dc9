/**
 * The map: entities that have coordinates, and the claims between two of them, on land without borders.
 */
import type { MultiPolygon } from "geojson";
import { count, element } from "../element.ts";
import type { AnyGraph, MakeView, Selection } from "../view.ts";
import { claimNote, claimText } from "./claim-text.ts";
import { button, makeTip } from "./controls.ts";
import { LAND_NOTE, loadLand } from "./land.ts";
import { AT_PLACE } from "./map-beside.ts";
import { type Backdrop, drawMap, drawPointed, type MapPicture, makeBackdrop } from "./map-draw.ts";
import { hitMap, type MapHit } from "./map-hit.ts";
import { allPlaces, type MapModel, mapModels } from "./map-model.ts";
import { fitProjection, type MapZoom, NO_ZOOM, type Place, pinchedMap, zoomedMap } from "./map-projection.ts";
import { MOST_LINES } from "./map-ways.ts";
import { type Palette, paletteOf } from "./palette.ts";
import { onPinch } from "./pinch.ts";
import { makeSurface } from "./surface.ts";
import { makeTable } from "./table.ts";

const KEYS = "Plus and minus zoom, arrows move the map, 0 shows all. The table holds the same.";

export const makeMapView: MakeView = (container, actions) => {
  let selection: Selection | undefined;
  let placed: { readonly graph: AnyGraph; readonly places: ReadonlyMap<string, Place> } | undefined;
  let land: MultiPolygon | undefined;
  let base: { readonly backdrop: Backdrop; readonly modelOf: ReturnType<typeof mapModels> } | undefined;
  let model: MapModel | undefined;
  let zoom: MapZoom = NO_ZOOM;
  let pointed: MapHit | undefined;
  /** The map as last drawn, without what is under the pointer. */
  let still: HTMLCanvasElement | undefined;
  /** What is on the map and what is not, in words. */
  let counted = "";
  let palette: Palette = paletteOf(container);
  let gone = false;

  const stage = element("div", { class: "view-stage view-map", tabindex: 0, role: "group" });
  const note = element("p", { class: "view-note" });
  const bar = element(
    "div",
    { class: "view-bar" },
    button("−", "Zoom out", () => zoomBy(1 / 1.5)),
    button("+", "Zoom in", () => zoomBy(1.5)),
    button("All", "Show all of the map", () => zoomTo(NO_ZOOM)),
  );
  const root = element(
    "div",
    { class: "view" },
    bar,
    stage,
    note,
    element("p", { class: "view-note view-touch" }, "Two fingers zoom and move the map."),
    element("p", { class: "view-note" }, LAND_NOTE),
  );
  container.append(root);
  const surface = makeSurface(stage, draw, refit);
  const tip = makeTip(stage);
  void loadLand().then((loaded) => {
    if (gone) return;
    land = loaded;
    refit();
  });

  function pictureNow(): MapPicture | undefined {
    if (!selection || !model || !base) return undefined;
    const { claims, entities, chosen } = selection;
    return {
      ...{
        width: surface.width,
        height: surface.height,
        model,
        claims,
        zoom,
        palette,
        backdrop: base.backdrop,
      },
      colorOf: (claim) => entities.get(claim.subject)?.color ?? palette.muted,
      chosenClaim: chosen?.claim,
      chosenEntity: chosen?.entity,
    };
  }

  /** Draws the map where it is not the same as before, and what is under the pointer over it. */
  function draw(context: CanvasRenderingContext2D): void {
    const picture = pictureNow();
    if (!picture) return;
    still ??= stillOf(picture, context.canvas);
    context.drawImage(still, 0, 0, picture.width, picture.height);
    if (pointed) drawPointed(context, picture, pointed);
  }

  function stillOf(picture: MapPicture, { width, height }: HTMLCanvasElement): HTMLCanvasElement {
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    context.scale(width / picture.width, height / picture.height);
    drawMap(context, picture);
    return canvas;
  }

  /** Draws all of the map anew. */
  function redrawAll(): void {
    still = undefined;
    surface.redraw();
  }

  /**
   * Makes projection and backdrop anew: for another size, dataset or land. Out of sight, as beside its table, there is
   * no size: then only for another dataset, whose entities and claims are counted all the same.
   */
  function refit(): void {
    const unseen = surface.width === 0 || surface.height === 0;
    if (!selection || (unseen && placed?.graph === selection.graph)) return;
    if (placed?.graph !== selection.graph) {
      placed = { graph: selection.graph, places: allPlaces(selection.graph) };
      zoom = NO_ZOOM;
    }
    const projection = fitProjection([...placed.places.values()], surface.width, surface.height);
    base = { backdrop: makeBackdrop(projection, land), modelOf: mapModels(placed.places, projection) };
    remodel();
  }

  function remodel(): void {
    if (!selection || !base) return;
    model = base.modelOf(selection);
    pointed = undefined;
    const { points, unplaced, wayless } = model;
    const lines = selection.claims.length - wayless;
    const beside = points.filter(({ aside }) => aside !== AT_PLACE).length;
    counted =
      `${count(points.length, "entity", "entities")} with coordinates, ${unplaced.toLocaleString("en")} without; ` +
      `${count(lines, "claim")} between two places, ${wayless.toLocaleString("en")} others.`;
    note.textContent = [
      counted,
      ...(beside > 0 ? [`${beside.toLocaleString("en")} share a place and stand beside it.`] : []),
      lines > MOST_LINES ? "Too many lines to tell apart: the darker, the more." : "Dashed: only possible.",
    ].join(" ");
    stage.setAttribute("aria-label", `Map. ${note.textContent} ${KEYS}`);
    redrawAll();
  }

  function zoomTo(next: MapZoom): void {
    zoom = next;
    redrawAll();
  }

  function zoomBy(
    factor: number,
    at: readonly [number, number] = [surface.width / 2, surface.height / 2],
  ): void {
    zoomTo(zoomedMap(zoom, factor, at));
  }

  function moveBy(x: number, y: number): void {
    zoomTo({ k: zoom.k, x: zoom.x + x, y: zoom.y + y });
  }

  const keys: Readonly<Record<string, () => void>> = {
    "+": () => zoomBy(1.5),
    "=": () => zoomBy(1.5),
    "-": () => zoomBy(1 / 1.5),
    "0": () => zoomTo(NO_ZOOM),
    ArrowLeft: () => moveBy(60, 0),
    ArrowRight: () => moveBy(-60, 0),
    ArrowUp: () => moveBy(0, 60),
    ArrowDown: () => moveBy(0, -60),
    Escape: () => {
      actions.chooseEntity();
      actions.chooseClaim();
    },
  };
  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]?.();
  });

  const placeOf = (event: MouseEvent): [number, number] => {
    const { left, top } = stage.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  stage.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      zoomBy(Math.exp(-event.deltaY / 400), placeOf(event));
    },
    { passive: false },
  );

  let dragged: { readonly x: number; readonly y: number; readonly moved: boolean } | undefined;
  stage.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.pointerType !== "touch")
      dragged = { x: event.clientX, y: event.clientY, moved: false };
  });
  stage.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    if (dragged) {
      const [across, down] = [event.clientX - dragged.x, event.clientY - dragged.y];
      if (!dragged.moved && Math.hypot(across, down) < 4) return;
      stage.setPointerCapture(event.pointerId);
      dragged = { x: event.clientX, y: event.clientY, moved: true };
      tip.hide();
      moveBy(across, down);
      return;
    }
    point(event);
  });
  stage.addEventListener("click", (event) => {
    const { moved } = dragged ?? { moved: false };
    dragged = undefined;
    if (moved || !model) return;
    const hit = hitMap(model, zoom, ...placeOf(event));
    if (!hit) return;
    if ("point" in hit) actions.chooseEntity(hit.point.entity.id);
    else actions.chooseClaim(selection?.claims[hit.claim]?.id);
  });
  for (const name of ["pointercancel", "pointerleave"] as const) {
    stage.addEventListener(name, () => {
      dragged = undefined;
      pointed = undefined;
      tip.hide();
      surface.redraw();
    });
  }

  onPinch(stage, () => {
    const before = zoom;
    return (pinch) => zoomTo(pinchedMap(before, pinch));
  });

  function point(event: PointerEvent): void {
    if (!model || !selection) return;
    const [x, y] = placeOf(event);
    pointed = hitMap(model, zoom, x, y);
    stage.classList.toggle("pointed", pointed !== undefined);
    if (!pointed) tip.hide();
    else tip.show(wordsOf(selection, pointed), x, y);
    surface.redraw();
  }

  return {
    update(next) {
      const before = selection;
      selection = next;
      if (before?.theme !== next.theme) palette = paletteOf(container);
      if (!base || before?.graph !== next.graph) refit();
      else if (before.claims !== next.claims || before.entities !== next.entities) remodel();
      redrawAll();
    },
    resize: () => surface.resize(),
    destroy() {
      gone = true;
      surface.destroy();
      root.remove();
    },
    table() {
      const columns = ["Entity", "Kind", "Longitude", "Latitude", "Claims shown"];
      const weights = new Map<string, number>();
      for (const { subject, object } of selection?.claims ?? []) {
        for (const end of new Set([subject, object])) weights.set(end, (weights.get(end) ?? 0) + 1);
      }
      const entities = [...(selection?.entities.values() ?? [])].sort(
        (a, b) =>
          Number(b.lat !== undefined) - Number(a.lat !== undefined) ||
          (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0) ||
          (a.id < b.id ? -1 : 1),
      );
      const degrees = (value: number | undefined): string => value?.toFixed(2) ?? "none";
      const rows = entities.map((entity) => [
        { text: entity.label, choose: () => actions.chooseEntity(entity.id) },
        entity.kind,
        degrees(entity.lng),
        degrees(entity.lat),
        String(weights.get(entity.id) ?? 0),
      ]);
      return makeTable(`Map: ${counted}`, columns, rows);
    },
  };
};

function wordsOf(selection: Selection, hit: MapHit): string[] {
  if ("point" in hit) {
    const { entity, weight } = hit.point;
    return [entity.label, `${entity.kind} · ${count(weight, "claim")} shown`];
  }
  const claim = selection.claims[hit.claim];
  return claim ? [claimText(selection, claim), claimNote(claim)] : [];
}

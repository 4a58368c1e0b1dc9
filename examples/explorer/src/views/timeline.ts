/**
 * The timeline: a row for each claim, by when it holds or by when it was published, over an axis of days. Only the
 * rows in sight are drawn; a strip above them shows how many claims hold on each day.
 */
import type { Day } from "xinjiang-graph";
import { count, element } from "../element.ts";
import type { MakeView, Selection, ShownClaim } from "../view.ts";
import { claimNote, claimText } from "./claim-text.ts";
import { button, choice, makeTip, makeVoice } from "./controls.ts";
import { type Palette, paletteOf } from "./palette.ts";
import { onPinch } from "./pinch.ts";
import { makeSurface } from "./surface.ts";
import { pannedTime, type TimeScale, timeScale, zoomedTime } from "./time-axis.ts";
import { type Density, densityOf } from "./timeline-density.ts";
import { drawTimeline, HEAD, type TimelineShape, timelineShape } from "./timeline-draw.ts";
import {
  type AxisDays,
  axisDays,
  dayLines,
  headingText,
  rowText,
  type TimeKind,
  type TimelineModel,
  timelineModel,
} from "./timeline-model.ts";
import type { Grouping } from "./timeline-rows.ts";
import { timelineTable } from "./timeline-table.ts";

const GROUPED: Readonly<Record<Grouping, string>> = {
  relation: "relation",
  subject: "subject",
  nothing: "nothing",
};
const PLACED: Readonly<Record<TimeKind, string>> = { valid: "when it holds", reported: "when published" };
const KEYS =
  "Up and down move between claims, Enter chooses, plus and minus zoom, left and right move in time.";

export const makeTimelineView: MakeView = (container, actions) => {
  let selection: Selection | undefined;
  let model: TimelineModel | undefined;
  let axis: AxisDays | undefined;
  let palette: Palette = paletteOf(container);
  let grouping: Grouping = "relation";
  let time: TimeKind = "valid";
  /** The days that one has gone to; the usual ones where absent. */
  let shown: readonly [first: Day, last: Day] | undefined;
  let cursor: number | undefined;

  const spacer = element("div", { class: "view-spacer" });
  const scroller = element("div", { class: "view-scroller", tabindex: 0, role: "group" }, spacer);
  const stage = element("div", { class: "view-stage" });
  const voice = makeVoice();
  const bar = element(
    "div",
    { class: "view-bar" },
    choice("Place by", PLACED, (value) => rearrange(grouping, value)),
    choice("Group by", GROUPED, (value) => rearrange(value, time)),
    button("−", "Show more time", () => zoom(1 / 1.6)),
    button("+", "Show less time", () => zoom(1.6)),
    button("All", "Show all time", () => show(axis?.limits)),
  );
  const root = element("div", { class: "view" }, bar, stage, voice);
  container.append(root);
  const surface = makeSurface(stage, draw, arrange);
  stage.append(scroller);
  const tip = makeTip(stage);

  function shapeNow(): TimelineShape {
    return timelineShape(scroller.clientWidth, surface.height);
  }

  function scaleNow({ names, width }: TimelineShape): TimeScale {
    const [first, last] = shown ?? axis?.usual ?? [0, 365];
    return timeScale(first, last, names + 8, width - 8);
  }

  let counted: { readonly spans: unknown; readonly key: string; readonly density: Density } | undefined;

  /** Counted anew only for other claims or another axis. */
  function densityNow({ spans }: TimelineModel, scale: TimeScale): Density {
    const key = `${scale.first} ${scale.last} ${scale.left} ${scale.right}`;
    if (counted?.spans !== spans || counted.key !== key) {
      counted = { spans, key, density: densityOf(spans, scale) };
    }
    return counted.density;
  }

  function draw(context: CanvasRenderingContext2D): void {
    if (!selection || !model) return;
    const now = selection;
    const shape = shapeNow();
    const scale = scaleNow(shape);
    drawTimeline(context, {
      ...{ shape, scale, palette, cursor },
      density: densityNow(model, scale),
      rows: model.rows,
      claims: now.claims,
      spans: model.spans,
      scrolled: scroller.scrollTop,
      lines: dayLines(now),
      chosen: now.chosen?.claim,
      rowText: (claim) => rowText(now, grouping, claim),
      headingText: (heading) => headingText(now, grouping, heading),
      colorOf: (claim) => now.entities.get(claim.subject)?.color ?? palette.muted,
    });
  }

  /** Works the rows out anew. */
  function arrange(): void {
    if (!selection) return;
    axis ??= axisDays(selection.graph, time);
    model = timelineModel(selection, grouping, time);
    cursor = undefined;
    spacer.style.height = `${HEAD + model.rows.length * shapeNow().rowHeight}px`;
    scroller.setAttribute("aria-label", `Timeline of ${count(selection.claims.length, "claim")}. ${KEYS}`);
    surface.redraw();
  }

  function rearrange(nextGrouping: Grouping, nextTime: TimeKind): void {
    if (nextTime !== time) {
      axis = undefined;
      shown = undefined;
    }
    grouping = nextGrouping;
    time = nextTime;
    scroller.scrollTop = 0;
    arrange();
    reveal(selection?.chosen?.claim);
  }

  function show(days: readonly [first: Day, last: Day] | undefined): void {
    shown = days;
    surface.redraw();
  }

  function zoom(factor: number, x?: number): void {
    if (!axis) return;
    const scale = scaleNow(shapeNow());
    show(zoomedTime(scale, factor, x ?? (scale.left + scale.right) / 2, axis.limits));
  }

  function pan(pixels: number): void {
    if (axis) show(pannedTime(scaleNow(shapeNow()), pixels, axis.limits));
  }

  function rowAt(event: MouseEvent): number | undefined {
    const y = event.clientY - scroller.getBoundingClientRect().top - HEAD;
    if (y < 0 || !model) return undefined;
    const row = Math.floor((y + scroller.scrollTop) / shapeNow().rowHeight);
    return row < model.rows.length ? row : undefined;
  }

  function claimAt(row: number | undefined): ShownClaim | undefined {
    const item = row === undefined ? undefined : model?.rows[row];
    return typeof item === "number" ? selection?.claims[item] : undefined;
  }

  /** Scrolls a row into sight. */
  function scrollTo(row: number): void {
    const { rowHeight, height } = shapeNow();
    const top = row * rowHeight;
    const room = height - HEAD - rowHeight;
    scroller.scrollTop = Math.max(Math.min(scroller.scrollTop, top), top - room);
  }

  function reveal(id: string | undefined): void {
    const index = id === undefined ? -1 : (selection?.claims.findIndex((claim) => claim.id === id) ?? -1);
    const row = index < 0 ? -1 : (model?.rows.indexOf(index) ?? -1);
    if (row >= 0) scrollTo(row);
  }

  /** Moves the cursor by rows, past headings, and says where it is. */
  function move(rows: number): void {
    if (!model || !selection) return;
    const last = model.rows.length - 1;
    let row = Math.max(0, Math.min(last, (cursor ?? -1) + rows));
    const step = Math.sign(rows) || 1;
    while (row > 0 && row < last && claimAt(row) === undefined) row += step;
    const claim = claimAt(row);
    if (!claim) return;
    cursor = row;
    scrollTo(row);
    voice.textContent = `${claimText(selection, claim)}. ${claimNote(claim)}`;
    surface.redraw();
  }

  const page = (): number => Math.floor((shapeNow().height - HEAD) / shapeNow().rowHeight) - 1;
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    PageDown: () => move(page()),
    PageUp: () => move(-page()),
    Home: () => move(-Infinity),
    End: () => move(Infinity),
    ArrowLeft: () => pan(-60),
    ArrowRight: () => pan(60),
    "+": () => zoom(1.6),
    "=": () => zoom(1.6),
    "-": () => zoom(1 / 1.6),
    "0": () => show(undefined),
    Enter: () => actions.chooseClaim(claimAt(cursor)?.id),
    Escape: () => actions.chooseClaim(),
  };
  scroller.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]?.();
  });
  scroller.addEventListener("scroll", () => surface.redraw());
  scroller.addEventListener(
    "wheel",
    (event) => {
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!event.ctrlKey && !sideways) return;
      event.preventDefault();
      if (event.ctrlKey) zoom(Math.exp(-event.deltaY / 300), event.offsetX);
      else pan(event.deltaX);
    },
    { passive: false },
  );

  onPinch(scroller, () => {
    const before = scaleNow(shapeNow());
    return ({ factor, from, to }) => {
      if (!axis) return;
      const [first, last] = zoomedTime(before, factor, from[0], axis.limits);
      const zoomed = timeScale(first, last, before.left, before.right);
      show(pannedTime(zoomed, from[0] - to[0], axis.limits));
    };
  });

  /** Where a drag began or last was; a drag is no click. */
  let dragged: { x: number; moved: boolean } | undefined;
  scroller.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.offsetX < scroller.clientWidth) {
      dragged = { x: event.clientX, moved: false };
    }
  });
  scroller.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    if (dragged && (dragged.moved || Math.abs(event.clientX - dragged.x) > 4)) {
      pan(dragged.x - event.clientX);
      dragged = { x: event.clientX, moved: true };
      tip.hide();
      return;
    }
    cursor = rowAt(event);
    const claim = claimAt(cursor);
    scroller.classList.toggle("pointed", claim !== undefined);
    if (claim && selection) {
      const { left, top } = stage.getBoundingClientRect();
      tip.show([claimText(selection, claim), claimNote(claim)], event.clientX - left, event.clientY - top);
    } else tip.hide();
    surface.redraw();
  });
  scroller.addEventListener("click", (event) => {
    const { moved } = dragged ?? { moved: false };
    dragged = undefined;
    const claim = moved ? undefined : claimAt(rowAt(event));
    if (claim) actions.chooseClaim(claim.id);
  });
  scroller.addEventListener("pointerleave", () => {
    dragged = undefined;
    cursor = undefined;
    tip.hide();
    surface.redraw();
  });

  return {
    update(next) {
      const before = selection;
      selection = next;
      if (before?.graph !== next.graph) {
        axis = undefined;
        shown = undefined;
      }
      if (before?.theme !== next.theme) palette = paletteOf(container);
      const entity = before?.chosen?.entity !== next.chosen?.entity;
      // What is known by a day moves nothing where claims stand at the time they hold.
      const spans = time === "reported" && before?.knownBy !== next.knownBy;
      if (entity || before?.claims !== next.claims || spans) arrange();
      if (entity && next.chosen?.entity !== undefined) scroller.scrollTop = 0;
      if (before?.chosen?.claim !== next.chosen?.claim) reveal(next.chosen?.claim);
      surface.redraw();
    },
    resize: () => surface.resize(),
    destroy() {
      surface.destroy();
      root.remove();
    },
    table() {
      const order = model?.rows.filter((row) => typeof row === "number") ?? [];
      return timelineTable(selection, order, PLACED[time], actions);
    },
  };
};

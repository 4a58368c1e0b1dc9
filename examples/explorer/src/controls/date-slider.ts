/** A day that may be left open: a slider for looking about, a text for an exact date. */
import { addDuration, type Day, formatDay, parsePartialDate } from "xinjiang-graph";
import { element } from "../element.ts";
import { whyNoDay } from "../state.ts";

export interface DateSlider {
  readonly root: HTMLElement;
  /** Shows a date; `undefined` for none. */
  show(date: string | undefined): void;
  /** Moves within other days. */
  setRange(first: Day, last: Day, marks: readonly Day[]): void;
}

export interface DateSliderOptions {
  readonly name: string;
  readonly legend: string;
  readonly hint: string;
  /** What it says where no date is chosen. */
  readonly none: string;
  /** `done` is false while the slider is still being dragged. */
  change(date: string | undefined, done: boolean): void;
}

/** Arrow keys move by a month, with Shift by a year, Page Up and Page Down by a year. */
const STEPS: Readonly<Record<string, readonly [duration: string, sign: 1 | -1]>> = {
  ArrowLeft: ["P1M", -1],
  ArrowDown: ["P1M", -1],
  ArrowRight: ["P1M", 1],
  ArrowUp: ["P1M", 1],
  PageDown: ["P1Y", -1],
  PageUp: ["P1Y", 1],
};

export function makeDateSlider({ name, legend, hint, none, change }: DateSliderOptions): DateSlider {
  const hintId = `${name}-hint`;
  const problemId = `${name}-problem`;
  const range = element("input", {
    ...{
      type: "range",
      id: `${name}-slider`,
      step: 1,
      "aria-label": `${legend}: slider`,
      "aria-describedby": hintId,
    },
    input: () => change(formatDay(range.valueAsNumber), false),
    change: () => change(formatDay(range.valueAsNumber), true),
    keydown: (event) => step(event as KeyboardEvent),
  });
  const text = element("input", {
    ...{
      type: "text",
      id: `${name}-date`,
      "aria-label": `${legend}: date`,
      placeholder: none,
      inputmode: "numeric",
    },
    ...{ autocomplete: "off", spellcheck: "false", "aria-describedby": problemId, size: 10 },
    change: () => write(),
  });
  const clear = element("button", { type: "button", click: () => change(undefined, true) }, "Clear");
  clear.setAttribute("aria-label", `Clear: ${legend}`);
  const ticks = element("div", { class: "ticks", "aria-hidden": "true" });
  const problem = element("p", { class: "problem", id: problemId, role: "alert" });
  const root = element(
    "div",
    { class: "date", role: "group", "aria-labelledby": `${name}-legend` },
    element("h2", { id: `${name}-legend` }, legend),
    element("p", { class: "hint", id: hintId }, hint),
    element("div", { class: "date-row" }, text, clear),
    element("div", { class: "slider" }, range, ticks),
    problem,
  );

  let shown: string | undefined;

  function step(event: KeyboardEvent): void {
    const found = STEPS[event.key];
    if (!found || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const [duration, sign] = found;
    const moved = addDuration(range.valueAsNumber, event.shiftKey ? "P1Y" : duration, sign);
    const within = Math.max(Number(range.min), Math.min(Number(range.max), moved));
    change(formatDay(within), true);
  }

  function write(): void {
    const written = text.value.trim();
    const why = written === "" ? undefined : whyNoDay(written);
    problem.textContent = why === undefined ? "" : `“${written}” ${why}`;
    text.setAttribute("aria-invalid", String(why !== undefined));
    if (why === undefined) change(written === "" ? undefined : written, true);
  }

  return {
    root,
    show(date) {
      // What is being written is left alone, however often the page is drawn meanwhile.
      if (date !== shown || document.activeElement !== text) {
        text.value = date ?? "";
        text.removeAttribute("aria-invalid");
        problem.textContent = "";
      }
      shown = date;
      range.valueAsNumber = date === undefined ? Number(range.max) : lastDayOf(date);
      range.setAttribute("aria-valuetext", date ?? none);
      root.classList.toggle("unset", date === undefined);
      clear.disabled = date === undefined;
    },
    setRange(first, last, marks) {
      range.min = String(first);
      range.max = String(last);
      const place = (day: Day): string => `${((100 * (day - first)) / (last - first || 1)).toFixed(2)}%`;
      ticks.replaceChildren(
        ...marks
          .filter((day) => day >= first && day <= last)
          .map((day) => {
            const tick = element("i");
            tick.style.left = place(day);
            return tick;
          }),
      );
    },
  };
}

/** Where the slider stands for a date that may be a month or a year: at its last day. */
function lastDayOf(date: string): Day {
  const { year, month, day } = parsePartialDate(date);
  return Date.UTC(year, day === undefined ? (month ?? 12) : (month ?? 12) - 1, day ?? 0) / 86_400_000;
}

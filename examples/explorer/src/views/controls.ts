/**
 * The small controls of a view: a row of buttons and choices above it, a tip beside the pointer, and words for those
 * who listen.
 */
import { element } from "../element.ts";
import "./views.css";

/** A button that shows a sign and is called by its name. */
export function button(sign: string, name: string, click: () => void): HTMLButtonElement {
  return element("button", { type: "button", "aria-label": name, title: name, click }, sign);
}

/** One of several values, with a label. */
export function choice<T extends string>(
  label: string,
  values: Readonly<Record<T, string>>,
  change: (value: T) => void,
): HTMLLabelElement {
  const options = Object.entries<string>(values).map(([value, text]) => element("option", { value }, text));
  const select = element("select", { change: () => change(select.value as T) }, ...options);
  return element("label", {}, `${label} `, select);
}

export interface Tip {
  /** Shows lines of text beside a place in the stage; the first line is the heading. */
  show(lines: readonly string[], x: number, y: number): void;
  hide(): void;
}

/** A tip within a stage, which it never leaves. It repeats for the eye what the table says, so it is not read out. */
export function makeTip(stage: HTMLElement): Tip {
  const tip = element("div", { class: "view-tip", "aria-hidden": "true", hidden: true });
  stage.append(tip);
  return {
    show(lines, x, y) {
      tip.replaceChildren(...lines.map((line, index) => element(index === 0 ? "strong" : "span", {}, line)));
      tip.hidden = false;
      const left = Math.max(4, Math.min(x + 14, stage.clientWidth - tip.offsetWidth - 4));
      const below = y + 16 + tip.offsetHeight < stage.clientHeight;
      const top = below ? y + 16 : Math.max(4, y - tip.offsetHeight - 10);
      tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    },
    hide() {
      tip.hidden = true;
    },
  };
}

/** A paragraph that screen readers read out when its text changes, and nobody sees. */
export function makeVoice(): HTMLParagraphElement {
  return element("p", { class: "view-voice", "aria-live": "polite" });
}

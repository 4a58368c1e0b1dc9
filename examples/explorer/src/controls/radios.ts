/** One of a few: radio buttons in a row. */
import { element } from "../element.ts";

export interface Radios<T extends string> {
  readonly root: HTMLElement;
  show(value: T): void;
}

export function radios<T extends string>(
  name: string,
  legend: string,
  values: Readonly<Record<T, string>>,
  change: (value: T) => void,
): Radios<T> {
  const inputs = new Map<string, HTMLInputElement>();
  const options = Object.entries<string>(values).map(([value, label]) => {
    const input = element("input", { type: "radio", name, value, change: () => change(value as T) });
    inputs.set(value, input);
    return element("label", {}, input, element("span", {}, label));
  });
  return {
    root: element("fieldset", { class: "radios" }, element("legend", { class: "voice" }, legend), ...options),
    show(value) {
      const input = inputs.get(value);
      if (input) input.checked = true;
    },
  };
}

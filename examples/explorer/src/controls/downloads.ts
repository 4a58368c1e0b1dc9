/** Downloads of what the views show, with what the format could not hold. */
import { formatLossReport } from "xinjiang-graph/format/loss";
import { count, element } from "../element.ts";
import { FORMATS } from "../formats.ts";
import type { AnyGraph } from "../view.ts";

export function makeDownloads(current: () => AnyGraph): HTMLElement {
  const choice = element(
    "select",
    { id: "format" },
    ...Object.entries(FORMATS).map(([value, { label }]) => element("option", { value }, label)),
  );
  const result = element("div", { class: "result", role: "status" });
  const button = element("button", { type: "button", click: () => void download() }, "Download");

  async function download(): Promise<void> {
    const format = FORMATS[choice.value];
    if (!format) return;
    button.disabled = true;
    result.replaceChildren(element("p", {}, `Writing ${format.label} …`));
    try {
      const graph = current();
      const { files, loss } = await format.write(graph);
      for (const [i, { name, text }] of files.entries()) {
        if (i > 0) await pause();
        save(name, text);
      }
      const losses = loss.losses.length;
      result.replaceChildren(
        element(
          "p",
          {},
          `${count(graph.size, "claim")} in ${files.map(({ name }) => name).join(", ")}. ` +
            (losses === 0 ? "Nothing was lost." : `${count(losses, "kind")} of loss:`),
        ),
        ...(losses === 0
          ? []
          : [
              element(
                "details",
                { class: "loss" },
                element("summary", {}, "What this format could not hold"),
                element("pre", { tabindex: 0 }, formatLossReport(loss)),
              ),
            ]),
      );
    } catch (error) {
      result.replaceChildren(
        element("p", { class: "problem" }, error instanceof Error ? error.message : String(error)),
      );
    } finally {
      button.disabled = false;
    }
  }

  return element(
    "div",
    { class: "downloads" },
    element("label", { for: "format" }, "Take the current view along as"),
    element("div", { class: "row" }, choice, button),
    result,
  );
}

/** Browsers drop downloads that follow one another at once. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 200));
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A link that shows the same to whoever opens it: the state is in the address, and nothing else. */
import { element } from "../element.ts";

export function makeShare(link: () => string): HTMLElement {
  const field = element("input", {
    type: "text",
    id: "link",
    readonly: true,
    "aria-label": "Link to this view",
    hidden: true,
  });
  const result = element("p", { class: "hint", role: "status" });
  const button = element("button", { type: "button", click: () => void share() }, "Copy a link to this view");

  async function share(): Promise<void> {
    field.value = link();
    field.hidden = false;
    try {
      await navigator.clipboard.writeText(field.value);
      result.textContent = "Copied. The link holds the days, filters and choices; not a dataset of your own.";
    } catch {
      field.select();
      result.textContent =
        "Copy the link from the field. It holds the days, filters and choices; not a dataset of your own.";
    }
  }

  return element("div", { class: "share" }, button, field, result);
}

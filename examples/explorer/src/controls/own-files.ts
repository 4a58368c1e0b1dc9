/** A dataset of one's own, dropped on the page or chosen: read and validated here, and sent nowhere. */
import type { Issue } from "xinjiang-graph";
import { count, element } from "../element.ts";
import type { AnyGraph } from "../view.ts";
import { makeTable } from "../views/table.ts";

/** Of more problems, the first are shown. */
const MOST_ISSUES = 200;

export interface OwnFiles {
  readonly root: HTMLElement;
  /** Whether the dataset on show is one's own. */
  show(own: boolean): void;
}

export function makeOwnFiles(actions: { open(graph: AnyGraph): void; back(): void }): OwnFiles {
  const input = element("input", {
    ...{ type: "file", id: "files", multiple: true, accept: ".jsonl,.ndjson,.json,.csv" },
    change: () => {
      void read([...(input.files ?? [])]);
      input.value = "";
    },
  });
  const result = element("div", { class: "result", id: "files-result", role: "status" });
  const back = element(
    "button",
    { type: "button", click: () => actions.back(), hidden: true },
    "Back to the bundled dataset",
  );
  acceptDrops((files) => void read(files));

  async function read(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    result.replaceChildren(element("p", {}, `Reading ${files.map(({ name }) => name).join(", ")} …`));
    try {
      const { graphFromDataset, parseDataset } = await import("xinjiang-graph/load");
      const texts = await Promise.all(
        files.map(async (file) => ({ name: file.name, text: await file.text() })),
      );
      const parsed = parseDataset(texts);
      const errors = parsed.issues.filter(({ severity }) => severity === "error").length;
      const { entities, claims } = parsed.records;
      const found = `${count(claims.length, "claim")}, ${count(entities.length, "entity", "entities")}`;
      result.replaceChildren(
        element(
          "p",
          {},
          errors > 0 ? `Not opened: ${count(errors, "error")} in ${found}.` : `Opened: ${found}.`,
        ),
        ...(parsed.issues.length > 0 ? [issueTable(parsed.issues)] : []),
      );
      if (errors === 0) actions.open(graphFromDataset(parsed) as unknown as AnyGraph);
    } catch (error) {
      result.replaceChildren(
        element("p", { class: "problem" }, error instanceof Error ? error.message : String(error)),
      );
    }
  }

  return {
    root: element(
      "div",
      { class: "own-files" },
      element("label", { for: "files" }, "Open a dataset of your own"),
      input,
      element(
        "p",
        { class: "hint" },
        "JSON Lines, JSON or CSV; several files at once, or dropped anywhere. They do not leave this page.",
      ),
      back,
      result,
    ),
    show(own) {
      back.hidden = !own;
    },
  };
}

function issueTable(issues: readonly Issue[]): HTMLElement {
  const table = makeTable(
    issues.length > MOST_ISSUES
      ? `The first ${MOST_ISSUES} of ${count(issues.length, "problem")}`
      : count(issues.length, "problem"),
    ["Place", "Record", "Problem", "Code"],
    issues
      .slice(0, MOST_ISSUES)
      .map(({ file, line, column, id, path, message, code }) => [
        [file, line, column].filter((part) => part !== undefined).join(":"),
        [id, path].filter(Boolean).join(" "),
        message,
        code,
      ]),
  );
  return element(
    "div",
    { class: "table-scroll", tabindex: 0, role: "group", "aria-label": "Problems in the files" },
    table,
  );
}

/** Takes files dropped anywhere on the page. */
function acceptDrops(dropped: (files: readonly File[]) => void): void {
  const { body } = document;
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  body.addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    body.classList.add("dropping");
  });
  body.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) body.classList.remove("dropping");
  });
  body.addEventListener("drop", (event) => {
    body.classList.remove("dropping");
    if (!carriesFiles(event)) return;
    event.preventDefault();
    dropped([...(event.dataTransfer?.files ?? [])]);
  });
}

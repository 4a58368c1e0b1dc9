/** What the dataset is, what it covers and what it is silent on: shown as long as nothing is chosen. */
import { count, element } from "../element.ts";
import type { AnyGraph } from "../view.ts";
import { makeTable } from "../views/table.ts";
import { listOf, part } from "./parts.ts";

/** Who the sources are and what they do not speak of, in a sentence or two. */
export function silenceOf(graph: AnyGraph): string {
  const { dataset, sources } = graph.getAttributes();
  const classes = [...new Set(Object.values(sources).map(({ publisher }) => publisher.class))].sort();
  const silent = dataset.coverage?.silentOn ?? [];
  const list = new Intl.ListFormat("en");
  return [
    classes.length > 0 && `All of it comes from publishers of these classes: ${list.format(classes)}.`,
    silent.length > 0 && `It is silent on ${list.format(silent)}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

export function aboutPanel(graph: AnyGraph): readonly Node[] {
  const { dataset, sources } = graph.getAttributes();
  const documents = Object.values(sources);
  const { coverage } = dataset;
  const items = (texts: readonly string[]): HTMLElement =>
    listOf(texts.map((text) => element("span", {}, text)));
  return [
    element("p", { class: "overline" }, "The dataset"),
    element("h2", { tabindex: -1 }, dataset.title ?? dataset.name),
    element("p", {}, dataset.description),
    element(
      "p",
      {},
      `Version ${dataset.version}, licence ${dataset.license}. Choose a claim or an entity in a view, a table or by search to see who said what.`,
    ),
    ...(coverage
      ? [
          part(
            "Silent on",
            element("p", {}, "That is an effect of which documents were read, and evidence of nothing."),
            items(coverage.silentOn),
          ),
          part("Covers", items(coverage.covers)),
        ]
      : []),
    part(
      `${count(documents.length, "source")}`,
      makeTable(
        "Sources",
        ["Publisher", "Class", "Genre", "Published"],
        documents.map(({ publisher, genre, published }) => [
          publisher.name,
          publisher.class,
          genre,
          published,
        ]),
      ),
    ),
  ];
}

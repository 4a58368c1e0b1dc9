/** Everything that the library knows of one claim: who said it, when, in whose voice, what bears it, what disagrees. */
import { type Conflict, conflicts, explain, nameIn, support } from "xinjiang-graph";
import { count, element } from "../element.ts";
import type { Actions, AnyGraph } from "../view.ts";
import { citationItem } from "./citation-item.ts";
import { collapsible, facts, listOf, part } from "./parts.ts";

/** What a panel is made for. */
export interface PanelContext {
  readonly graph: AnyGraph;
  readonly knownBy: string | undefined;
  readonly actions: Actions;
  /** Shows the chart of an indicator's figures for an entity. */
  chart(indicator: string, subject: string): void;
}

/** The claim's part of the panel. `onDay` says in words whether it holds on the day asked about, if one is. */
export function claimPanel(context: PanelContext, id: string, onDay: string | undefined): readonly Node[] {
  const { graph, knownBy, actions } = context;
  const known = knownBy === undefined ? {} : { reportedBy: knownBy };
  const { claim, sentence, time, quantity, citations, inferred, status } = explain(graph, id, known);
  const publishers = [...new Set(citations.map(({ publisher }) => publisher.name))];
  const end = (entity: string): HTMLElement =>
    element(
      "button",
      { type: "button", class: "link", click: () => actions.chooseEntity(entity) },
      nameIn(graph.getNodeAttributes(entity)),
    );
  return [
    element(
      "p",
      { class: "overline" },
      publishers.length > 0 ? `Claimed by ${publishers.join(", ")}` : "Not published by then",
    ),
    element("h2", { tabindex: -1 }, sentence),
    element(
      "p",
      { class: "badges" },
      element("span", { class: "badge" }, status),
      onDay !== undefined && element("span", { class: "badge" }, onDay),
      inferred !== undefined && element("span", { class: "badge" }, "in part inferred"),
    ),
    facts([
      ["From", end(claim.subject)],
      ["To", end(claim.object)],
      ["Time", time.attested ? `attested ${time.written.split(" ").join(", ")}` : time.written],
      ["That is", time.bounds],
      ["In the source’s words", time.validAs && `“${time.validAs}”`],
      ["Figure", quantity?.text],
      ["Figure lies", quantity && boundsInWords(quantity.low, quantity.high, quantity.unit)],
      ["As reported", quantity?.asReported && `“${quantity.asReported}”`],
      ["Editors’ inference", inferred],
    ]),
    ...(quantity
      ? [
          element(
            "button",
            { type: "button", click: () => context.chart(claim.object, claim.subject) },
            "Chart these figures",
          ),
        ]
      : []),
    part("Who said so", listOf(citations.map(citationItem))),
    part("What bears it", ...supportParts(graph, id, known)),
    part("What disagrees", ...conflictParts(context, id, known)),
    element("p", { class: "record-id" }, id),
  ];
}

function boundsInWords(low: number, high: number, unit: string): string {
  const named = unit === "1" ? "" : ` ${unit}`;
  const number = (value: number): string => value.toLocaleString("en", { maximumSignificantDigits: 8 });
  if (low === high) return `at ${number(low)}${named}, exactly`;
  if (high === Number.POSITIVE_INFINITY) return `above ${number(low)}${named}`;
  if (low === Number.NEGATIVE_INFINITY) return `below ${number(high)}${named}`;
  return `from ${number(low)} to ${number(high)}${named}`;
}

function supportParts(graph: AnyGraph, id: string, known: { reportedBy?: string }): readonly Node[] {
  const found = support(graph, id, known);
  const classes = Object.entries(found.byClass).map(
    ([name, counts]) => `${name}: ${count(counts?.documents ?? 0, "document")}`,
  );
  return [
    element(
      "p",
      {},
      `${count(found.citations, "citation")} in ${count(found.documents, "document")} of ${count(found.publishers, "publisher")}, ` +
        `${count(found.owners, "owner")}; ${found.independent} of the documents share neither owner nor speaker. ${classes.join("; ")}.`,
    ),
    ...(found.denials.citations > 0
      ? [element("p", {}, `Denied in ${count(found.denials.documents, "document")}.`)]
      : []),
    ...(found.collapsed.length > 0
      ? [
          collapsible(
            "Counted as one",
            listOf(found.collapsed.map(({ reason }) => element("span", {}, reason))),
          ),
        ]
      : []),
  ];
}

function conflictParts(context: PanelContext, id: string, known: { reportedBy?: string }): readonly Node[] {
  const found = conflicts(context.graph, { claim: id, ...known });
  if (found.length === 0)
    return [element("p", {}, "No claim in the dataset says otherwise of the same matter and time.")];
  return [listOf(found.map((conflict) => conflictItem(context, id, conflict)))];
}

function conflictItem({ actions }: PanelContext, id: string, conflict: Conflict): HTMLElement {
  const other = conflict.a === id ? conflict.b : conflict.a;
  return element(
    "div",
    {},
    element(
      "p",
      { class: "badges" },
      ...conflict.classes.map((name) => element("span", { class: "badge" }, name)),
      conflict.outcome && element("span", { class: "badge" }, conflict.outcome),
    ),
    element("p", {}, conflict.reason),
    element(
      "button",
      { type: "button", class: "link", click: () => actions.chooseClaim(other) },
      "Show the other claim",
    ),
  );
}

/** One entity: its names by language, its codes, and the claims about it, each after who made it. */
import { type ClaimCore, claimSentence, claimsOf } from "xinjiang-graph";
import { count, element } from "../element.ts";
import { makeTable } from "../views/table.ts";
import type { PanelContext } from "./claim-panel.ts";
import { collapsible, facts, listOf, part } from "./parts.ts";

/** More are told by number only. */
const MOST_CLAIMS = 200;

export function entityPanel(context: PanelContext, id: string): readonly Node[] {
  const { graph, knownBy } = context;
  const entity = graph.getNodeAttributes(id);
  const { ontology } = graph.getAttributes();
  const kind = ontology.kinds[entity.kind];
  const attributes = Object.entries(kind?.attributes ?? {}).flatMap(([name, { description }]) => {
    const value = (entity as unknown as Record<string, unknown>)[name];
    return value === undefined ? [] : [[description, String(value)] as const];
  });
  const codes = Object.entries(entity.identifiers ?? {}).map(([name, code]) => `${name} ${code}`);
  return [
    element("p", { class: "overline" }, kind?.label ?? entity.kind),
    element("h2", { tabindex: -1 }, entity.label),
    ...(codes.length > 0 || attributes.length > 0
      ? [collapsible("Codes and attributes", facts([["Codes", codes.join(", ")], ...attributes]))]
      : []),
    part(
      "Names",
      makeTable(
        `Names of ${entity.label}`,
        ["Name", "Language", "From"],
        entity.names.map(({ value, lang, source, inferred }) => [
          value,
          languageName(lang),
          source ?? (inferred ? "the editors" : ""),
        ]),
      ),
    ),
    part("Claims about it", ...claimParts(context, id, knownBy)),
    element("p", { class: "record-id" }, id),
  ];
}

function claimParts(
  { graph, actions }: PanelContext,
  id: string,
  knownBy: string | undefined,
): readonly Node[] {
  const sources = graph.getAttribute("sources");
  const rows = claimsOf(graph, id, {
    ...{ certainty: "possible", status: "any", includeDenied: true },
    ...(knownBy !== undefined && { reportedBy: knownBy }),
  });
  // Under an ontology that is only known at run time, the claims of an entity have no narrower type than this.
  const found: readonly ClaimCore[] = rows.map(({ claim }) => claim);
  const items = found.slice(0, MOST_CLAIMS).map((claim) => {
    const publishers = new Set(
      claim.citations.map(({ source }) => sources[source]?.publisher.name ?? source),
    );
    return element(
      "button",
      { type: "button", class: "link", click: () => actions.chooseClaim(claim.id) },
      element("span", { class: "said-by" }, `${[...publishers].join(", ")}: `),
      claimSentence(graph, claim.id),
    );
  });
  const rest = rows.length - items.length;
  return [
    element("p", {}, `${count(rows.length, "claim")}, whatever is selected above.`),
    listOf(items),
    ...(rest > 0
      ? [
          element(
            "p",
            {},
            `And ${count(rest, "more", "more")}: narrow the selection to see them in the tables.`,
          ),
        ]
      : []),
  ];
}

const languages = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

/** A language's English name with its tag; the tag alone where it is none. */
function languageName(tag: string): string {
  try {
    return `${languages.of(tag)} (${tag})`;
  } catch {
    return tag;
  }
}

/** One citation: the attributed sentence, the document with its address, the days. */
import type { Explanation } from "xinjiang-graph";
import { element } from "../element.ts";
import { facts } from "./parts.ts";

type ExplainedCitation = Explanation["citations"][number];

export function citationItem(citation: ExplainedCitation): HTMLElement {
  const { publisher, title, titleByEditors, stated, published, speaker, readAs, reprintOf, host } = citation;
  return element(
    "div",
    { class: "citation" },
    element("p", {}, citation.text),
    facts([
      ["Document", documentLink(title, citation.url)],
      ["Title", titleByEditors && "given by the editors"],
      [
        "Publisher",
        `${publisher.name} (${publisher.class}${publisher.owner ? `; owner: ${publisher.owner}` : ""})`,
      ],
      ["Read at", host],
      ["Reprint of", reprintOf],
      ["Speaker", speaker?.label ?? citation.speakerDescription],
      ["Posts then", speaker?.posts.map((post) => post.text).join("; ")],
      ["Voice", `${citation.voice}, ${citation.stance}`],
      ["Stated", stated.from === "publication" ? "not told apart from publication" : stated.date],
      ["Published", published],
      ["Read as", readAs],
    ]),
  );
}

/** A link where the address is one of the web: a dataset of one's own may hold any text there. */
function documentLink(title: string, url: string | undefined): Node {
  const safe = url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  return safe
    ? element("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, title)
    : element("span", {}, url === undefined ? title : `${title} (${url})`);
}

/** The days of a synthetic claim, for engines that know no time of their own: the certain window, and whether it counts. */
const DAY_MAX = 2147483647;

export const dayOf = (text) => Date.parse(text) / 864e5;

const EVENTS = new Set(["relationM", "relationN", "relationO", "relationP"]);

/** @returns a function from claim to `{ from, to, start, end, counts }` */
export function timing({ sources }) {
  const published = new Map(sources.map((source) => [source.id, dayOf(source.published)]));
  return (claim) => {
    const { valid, relation } = claim;
    const counts = claim.status === "actual" || claim.status === "ongoing";
    const slash = valid.indexOf("/");
    if (slash < 0) {
      const whole = valid.length === 4 && !EVENTS.has(relation);
      const from = dayOf(whole ? `${valid}-01-01` : valid);
      const to = whole ? dayOf(`${valid}-12-31`) : from;
      return { from, to, start: from, end: to, counts };
    }
    const from = dayOf(valid.slice(0, slash));
    const written = valid.slice(slash + 1);
    if (written !== "..") return { from, to: dayOf(written), start: from, end: dayOf(written), counts };
    const stated = Math.max(...claim.citations.map((citation) => published.get(citation.source)));
    return { from, to: Math.max(stated, from), start: from, end: DAY_MAX, counts };
  };
}

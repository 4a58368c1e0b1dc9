/**
 * The limit: arrays written by hand for just these questions, ids in and ids out. Each side's claims lie end to end by
 * entity, relation and start, with the days between which each certainly holds.
 */
const DAY_MAX = 2147483647;
const DAY_MIN = -2147483648;
const SIDES = ["out", "in"];

const dayOf = (text) => Date.parse(text) / 864e5;

/** First and last day of which the claim says that it holds on each; none where no day is certain. */
function certainDays(claim, statedBy, isEvent) {
  const { valid } = claim;
  const slash = valid.indexOf("/");
  if (slash < 0) {
    if (valid.length === 4) {
      return isEvent ? [DAY_MAX, DAY_MIN] : [dayOf(`${valid}-01-01`), dayOf(`${valid}-12-31`)];
    }
    return [dayOf(valid), dayOf(valid)];
  }
  const start = dayOf(valid.slice(0, slash));
  const end = valid.slice(slash + 1);
  return [start, end === ".." ? Math.max(statedBy, start) : dayOf(end)];
}

export function buildLimit({ sources, entities, claims }) {
  const published = new Map(sources.map((source) => [source.id, dayOf(source.published)]));
  const ids = entities.map((entity) => entity.id);
  const numbers = new Map(ids.map((id, i) => [id, i]));
  const claimIds = claims.map((claim) => claim.id);
  const relationNames = [...new Set(claims.map((claim) => claim.relation))].sort();
  const relations = new Map(relationNames.map((name, i) => [name, i]));
  const n = claims.length;
  const subject = new Int32Array(n);
  const object = new Int32Array(n);
  const relation = new Uint8Array(n);
  const from = new Int32Array(n);
  const to = new Int32Array(n);
  const counts = new Uint8Array(n);
  const start = new Int32Array(n);
  const end = new Int32Array(n);
  const bySource = new Map();
  claims.forEach((claim, i) => {
    subject[i] = numbers.get(claim.subject);
    object[i] = numbers.get(claim.object);
    relation[i] = relations.get(claim.relation);
    let stated = DAY_MIN;
    for (const citation of claim.citations) {
      stated = Math.max(stated, published.get(citation.source));
      const list = bySource.get(citation.source);
      if (!list) bySource.set(citation.source, [i]);
      else if (list.at(-1) !== i) list.push(i);
    }
    [from[i], to[i]] = certainDays(claim, stated, relation[i] >= 12);
    start[i] = from[i];
    end[i] = claim.valid.endsWith("..") ? DAY_MAX : to[i];
    counts[i] = claim.status === "actual" || claim.status === "ongoing" ? 1 : 0;
  });
  const sides = {};
  for (const side of SIDES) {
    const ends = side === "out" ? subject : object;
    const others = side === "out" ? object : subject;
    const order = Int32Array.from({ length: n }, (_, i) => i).sort(
      (a, b) => ends[a] - ends[b] || relation[a] - relation[b] || from[a] - from[b] || a - b,
    );
    const starts = new Int32Array(ids.length + 1);
    for (const end of ends) starts[end + 1] += 1;
    for (let i = 0; i < ids.length; i++) starts[i + 1] += starts[i];
    sides[side] = {
      starts,
      claim: order,
      other: order.map((i) => others[i]),
      relation: Uint8Array.from(order, (i) => relation[i]),
      from: order.map((i) => from[i]),
      to: order.map((i) => to[i]),
      counts: Uint8Array.from(order, (i) => counts[i]),
    };
  }
  return {
    ids,
    numbers,
    claimIds,
    relations,
    sides,
    from,
    to,
    start,
    end,
    counts,
    subject,
    object,
    bySource,
    marks: new Int32Array(ids.length),
    mark: 0,
  };
}

function lowerBound(relation, low, high, wanted) {
  let [a, b] = [low, high];
  while (a < b) {
    const middle = (a + b) >> 1;
    if (relation[middle] < wanted) a = middle + 1;
    else b = middle;
  }
  return a;
}

function expand(limit, entity, wanted, day, mark, found) {
  const { starts, relation, from, to, counts, other } = limit.sides.out;
  const { marks } = limit;
  const end = starts[entity + 1];
  for (let i = lowerBound(relation, starts[entity], end, wanted); i < end && relation[i] === wanted; i++) {
    if (from[i] > day || to[i] < day || counts[i] === 0 || marks[other[i]] === mark) continue;
    marks[other[i]] = mark;
    found.push(other[i]);
  }
}

export const limitAnswers = {
  neighbours(limit, { id, relation, at }) {
    const found = [];
    expand(limit, limit.numbers.get(id), limit.relations.get(relation), dayOf(at), ++limit.mark, found);
    return found.map((entity) => limit.ids[entity]);
  },
  twoHop(limit, { id, first, second, at }) {
    const near = [];
    const far = [];
    const day = dayOf(at);
    expand(limit, limit.numbers.get(id), limit.relations.get(first), day, ++limit.mark, near);
    const mark = ++limit.mark;
    const wanted = limit.relations.get(second);
    for (const entity of near) expand(limit, entity, wanted, day, mark, far);
    return far.map((entity) => limit.ids[entity]);
  },
  path(limit, { from: start, to: goal, at }) {
    const day = dayOf(at);
    const [a, b] = [limit.numbers.get(start), limit.numbers.get(goal)];
    if (a === b) return 0;
    const mark = ++limit.mark;
    const { marks } = limit;
    const parents = new Int32Array(limit.ids.length);
    marks[a] = mark;
    for (let frontier = [a], steps = 1; frontier.length > 0; steps++) {
      const next = [];
      for (const entity of frontier) {
        for (const side of SIDES) {
          const { starts, from, to, counts, other, claim } = limit.sides[side];
          for (let i = starts[entity]; i < starts[entity + 1]; i++) {
            const there = other[i];
            if (marks[there] === mark || from[i] > day || to[i] < day || counts[i] === 0) continue;
            marks[there] = mark;
            parents[there] = claim[i];
            if (there === b) return steps;
            next.push(there);
          }
        }
      }
      frontier = next;
    }
    return -1;
  },
  timeline(limit, { id }) {
    const entity = limit.numbers.get(id);
    const found = [];
    for (const side of SIDES) {
      const { starts, counts, claim, other } = limit.sides[side];
      for (let i = starts[entity]; i < starts[entity + 1]; i++) {
        if (counts[i] && !(side === "in" && other[i] === entity)) found.push(claim[i]);
      }
    }
    found.sort((a, b) => limit.start[a] - limit.start[b] || limit.end[a] - limit.end[b] || a - b);
    return found.map((claim) => limit.claimIds[claim]);
  },
  source(limit, { source, at }) {
    const day = dayOf(at);
    const { from, to, counts } = limit;
    const found = [];
    for (const claim of limit.bySource.get(source) ?? []) {
      if (counts[claim] && from[claim] <= day && to[claim] >= day) found.push(limit.claimIds[claim]);
    }
    return found;
  },
  snapshot({ from, to, counts }, { at }) {
    const day = dayOf(at);
    const mask = new Uint8Array(from.length);
    let size = 0;
    for (let i = 0; i < mask.length; i++) {
      if (counts[i] && from[i] <= day && to[i] >= day) {
        mask[i] = 1;
        size += 1;
      }
    }
    return size;
  },
  /** The same, telling apart why the others were set aside, as the library's answer does. */
  counted({ from, to, start, end, counts }, { at }) {
    const day = dayOf(at);
    const mask = new Uint8Array(from.length);
    let [size, status, time, certainty] = [0, 0, 0, 0];
    for (let i = 0; i < mask.length; i++) {
      if (!counts[i]) status += 1;
      else if (start[i] > day || end[i] < day) time += 1;
      else if (from[i] > day || to[i] < day) certainty += 1;
      else {
        mask[i] = 1;
        size += 1;
      }
    }
    return [size, status, time, certainty];
  },
  topDegree({ from, to, counts, subject, object, ids }, { at, limit: most }) {
    const day = dayOf(at);
    const degrees = new Int32Array(ids.length);
    for (let i = 0; i < from.length; i++) {
      if (counts[i] && from[i] <= day && to[i] >= day) {
        degrees[subject[i]] += 1;
        degrees[object[i]] += 1;
      }
    }
    const best = [];
    const before = (a, b) => degrees[a] > degrees[b] || (degrees[a] === degrees[b] && ids[a] < ids[b]);
    for (let entity = 0; entity < ids.length; entity++) {
      if (degrees[entity] === 0 || (best.length === most && !before(entity, best[most - 1]))) continue;
      let at = best.length === most ? most - 1 : best.length;
      for (; at > 0 && before(entity, best[at - 1]); at--) best[at] = best[at - 1];
      best[at] = entity;
    }
    return best.map((entity) => [ids[entity], degrees[entity]]);
  },
};

import { claimSentence, claimsOf, loadXinjiang, quantityInWords, series } from "xinjiang-graph";

const graph = loadXinjiang();

const list = document.querySelector("#claims");
for (const { claim } of claimsOf(graph, "port/horgos-road")) {
  const item = document.createElement("li");
  const sources = [...new Set(claim.citations.map(({ source }) => source))];
  item.textContent = `${claimSentence(graph, claim.id)} (${sources.join(", ")})`;
  list.append(item);
}

/** An element of SVG within another. */
function draw(parent, name, attributes, text = "") {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  parent.append(made);
  return made;
}

const points = series(graph, {
  subject: "region/xinjiang",
  indicator: "indicator/trade-value",
  status: "any",
});
const x = (value) => 300 + (value / 480e9) * 330;
const chart = draw(document.querySelector("#chart"), "svg", { viewBox: `0 0 640 ${points.length * 26}` });
points.forEach((point, row) => {
  const y = row * 26 + 13;
  draw(chart, "text", { x: 0, y: y + 4, fill: "currentColor" }, `${point.time}: ${quantityInWords(point.quantity)}`);
  draw(chart, "line", { x1: x(point.softLow), x2: x(point.softHigh), y1: y, y2: y, stroke: "currentColor" });
  const fill = point.status === "actual" ? "currentColor" : "Canvas";
  draw(chart, "circle", { cx: x(point.value), cy: y, r: 5, fill, stroke: "currentColor" });
});

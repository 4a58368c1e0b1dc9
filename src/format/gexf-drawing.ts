/**
 * How GEXF draws nodes and edges: colour, position, size and weight, from the kinds' colours and from what layouts and
 * algorithms have written on the graph.
 */
import type { Carries } from "./omissions.ts";

/** For each attribute that is drawn, whether a value of it can be. */
type Drawable = Readonly<
  Record<string, (value: unknown, record: Readonly<Record<string, unknown>>) => boolean>
>;

const isPosition = (_: unknown, { x, y }: Readonly<Record<string, unknown>>): boolean =>
  Number.isFinite(x) && Number.isFinite(y);
const isExtent = (value: unknown): boolean => Number.isFinite(value) && (value as number) >= 0;
const isColor = (value: unknown): boolean =>
  typeof value === "string" && /^#(?:[0-9a-f]{3}){1,2}$/i.test(value);

/** Attributes of nodes that are drawn and therefore no columns. */
export const DRAWN_ON_NODES: Drawable = { x: isPosition, y: isPosition, size: isExtent, color: isColor };

/** Attributes of edges that are drawn and therefore no columns. */
export const DRAWN_ON_EDGES: Drawable = { weight: Number.isFinite, size: isExtent, color: isColor };

/** The drawn attributes without those that an ontology declares, which are data and stay columns. */
export function undeclared(drawable: Drawable, declared: ReadonlyMap<string, unknown>): Drawable {
  return Object.fromEntries(Object.entries(drawable).filter(([name]) => !declared.has(name)));
}

/** What is carried where some attributes are drawn: those if they can be, all others as `otherwise` says. */
export function drawnOr(drawable: Drawable, otherwise: Carries): Carries {
  return (path, value, record) =>
    Object.hasOwn(drawable, path)
      ? (drawable[path]?.(value, record) ?? false)
      : otherwise(path, value, record);
}

/** The `viz` elements of a node. A colour of its own goes before that of its kind. */
export function nodeDrawing(
  node: Readonly<Record<string, unknown>>,
  kindColor: string | undefined,
): string[] {
  const { x, y } = node;
  return [
    ...colorElement(isColor(node.color) ? node.color : kindColor),
    ...(isPosition(x, node) ? [`<viz:position x="${x}" y="${y}"/>`] : []),
    ...(isExtent(node.size) ? [`<viz:size value="${node.size}"/>`] : []),
  ];
}

/** The `viz` elements of an edge; its size is its thickness. */
export function edgeDrawing(edge: Readonly<Record<string, unknown>>): string[] {
  return [
    ...colorElement(edge.color),
    ...(isExtent(edge.size) ? [`<viz:thickness value="${edge.size}"/>`] : []),
  ];
}

function colorElement(color: unknown): string[] {
  if (!isColor(color)) return [];
  const digits = (color as string).slice(1);
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  const [r, g, b] = pairs.map((pair) => Number.parseInt(pair, 16));
  return [`<viz:color r="${r}" g="${g}" b="${b}"/>`];
}

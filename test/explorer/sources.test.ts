import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL("../../examples/explorer/src", import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".ts"),
);

describe("the explorer's sources", () => {
  it.each(files)("%s puts text on the page as text only", (name) => {
    const source = readFileSync(join(folder, name), "utf8");
    const parsing =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|setHTML/;
    expect(source).not.toMatch(parsing);
  });

  it.each(files)("%s takes the library by its public names", (name) => {
    const source = readFileSync(join(folder, name), "utf8");
    const inner = [...source.matchAll(/from "([^"]+)"/g)].filter(([, path]) =>
      /(^|\/)src\/|\.\.\/\.\.\/\.\./.test(path ?? ""),
    );
    expect(inner).toEqual([]);
  });
});

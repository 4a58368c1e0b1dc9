import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const source = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.startsWith("generated"))
  .map((name) => readFileSync(join(root, "src", name), "utf8"))
  .join("\n");
const page = readFileSync(join(root, "docs", "errors.md"), "utf8");
/** What codes begin with: found where errors and issues are made, so that a new family is not overlooked. */
const PREFIXES = [
  ...new Set(
    Array.from(
      source.matchAll(/(?:Error\(\s*|code: |issueOf\(|failure\(\s*|notFound\()"([a-z]+)\//g),
      (match) => match[1] as string,
    ),
  ),
].join("|");

describe("docs/errors.md", () => {
  it("lists every code that the library raises", () => {
    const raised = new Set(
      Array.from(
        source.matchAll(new RegExp(`"((?:${PREFIXES})/[a-z0-9-]+)"`, "g")),
        (match) => match[1] as string,
      ),
    );
    expect([...raised].filter((code) => !page.includes(`\`${code}\``)).sort()).toEqual([]);
  });

  it("lists no code that the library does not raise", () => {
    const listed = Array.from(
      page.matchAll(new RegExp(`\`((?:${PREFIXES})/[a-z0-9-]+)\``, "g")),
      (match) => match[1] as string,
    );
    const made = [
      "record/dangling-entity",
      "record/dangling-source",
      "record/unknown-kind",
      "record/unknown-relation",
    ];
    expect(listed.filter((code) => !source.includes(`"${code}"`) && !made.includes(code))).toEqual([]);
  });
});

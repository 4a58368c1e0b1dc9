/**
 * What the builder's types cost the compiler, so that editors stay quick.
 */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const COMPILER = at("../../node_modules/typescript-7/bin/tsc");
const OPTIONS =
  "--noEmit --extendedDiagnostics --ignoreConfig --singleThreaded --target ES2022 --module ESNext " +
  "--moduleResolution bundler --strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes " +
  "--allowImportingTsExtensions --skipLibCheck --types node";

async function compile(file: string): Promise<{ readonly instantiations: number; readonly own: string[] }> {
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, [COMPILER, ...OPTIONS.split(" "), at(file)], (_error, text) => resolve(text));
  });
  const instantiations = Number(/Instantiations:\s*(\d+)/.exec(output)?.[1]);
  return { instantiations, own: output.split("\n").filter((line) => line.startsWith("test/types/")) };
}

describe("the builder's types", () => {
  it("take at most 120,000 instantiations for ten steps of every sort, without TS2589", async () => {
    const [none, ten] = await Promise.all([compile("./no-steps.ts"), compile("./ten-steps.ts")]);
    expect(ten.own).toEqual([]);
    expect(none.instantiations).toBeGreaterThan(0);
    expect(ten.instantiations - none.instantiations).toBeGreaterThan(0);
    expect(ten.instantiations - none.instantiations).toBeLessThan(120_000);
  }, 120_000);
});

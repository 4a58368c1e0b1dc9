import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { OPTIONS } from "../../src/cli/options.ts";
import { manual, PAGE } from "./manual.ts";
import { buildProgram, type Program } from "./program.ts";

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
}, 120_000);
afterAll(() => program.remove());

describe("docs/command-line.md", () => {
  const page = readFileSync(PAGE, "utf8");

  it("is what the declarations and the examples give (npx tsx test/cli/manual.ts writes it)", async () => {
    expect(page).toBe(await manual(program));
  });

  it("has every command and every option", () => {
    for (const { name } of COMMANDS) expect(page).toContain(`\n## ${name}\n`);
    for (const name of Object.keys(OPTIONS).filter((option) => option !== "version"))
      expect(page).toMatch(new RegExp(`\`(-\\w, )?--${name}[\` ]`));
  });
});

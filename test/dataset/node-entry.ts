/**
 * The entry `xinjiang-graph/node` as a module that child processes can load, in a temporary folder of its own.
 */
import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export interface NodeEntry {
  /** Empty but for `lib/`, readable by everybody. */
  readonly folder: string;
  /** Writes a module that has the entry's exports as `lib`, and gives its path. */
  script(name: string, code: string): string;
  remove(): void;
}

export async function buildNodeEntry(): Promise<NodeEntry> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "xinjiang-graph-")));
  chmodSync(folder, 0o755);
  await build({
    entryPoints: [fileURLToPath(new URL("../../src/node.ts", import.meta.url))],
    outfile: join(folder, "lib", "node.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  return {
    folder,
    script: (name, code) => {
      const path = join(folder, "lib", name);
      writeFileSync(path, `import * as lib from "./node.mjs";\n${code}`);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

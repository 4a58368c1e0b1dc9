import { defineConfig } from "tsup";
import packageJson from "./package.json" with { type: "json" };

/** The package's subpaths are its entries: `./format/gexf` is built from `src/format/gexf.ts`. */
const entries = Object.keys(packageJson.exports)
  .filter((path) => !path.endsWith(".json"))
  .map((path) => (path === "." ? "index" : path.slice(2)));
const library = Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`]));

export default defineConfig({
  entry: { ...library, cli: "src/cli.ts" },
  format: ["esm", "cjs"],
  dts: { entry: library },
  target: "es2022",
  platform: "neutral",
  // Left to Node, which only the entries for it import.
  external: [/^node:/],
  removeNodeProtocol: false,
  // Bundled, for its many small CommonJS files cost as much to load as graphology itself.
  noExternal: ["graphology-traversal", "graphology-utils", "obliterator"],
  splitting: true,
  treeshake: true,
  esbuildOptions(options, { format }) {
    options.minifyWhitespace = true;
    options.minifySyntax = true;
    // Node prints the line that threw, so no line may be long.
    options.lineLimit = 160;
    // The command line is run, never imported: one form of it is enough.
    if (format === "cjs") options.entryPoints = library;
  },
  sourcemap: false,
  clean: true,
});

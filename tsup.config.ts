import { defineConfig } from "tsup";
import packageJson from "./package.json" with { type: "json" };

/** The package's subpaths are its entries: `./format/gexf` is built from `src/format/gexf.ts`. */
const entries = Object.keys(packageJson.exports)
  .filter((path) => path !== "./package.json")
  .map((path) => (path === "." ? "index" : path.slice(2)));

export default defineConfig({
  entry: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),
  format: ["esm", "cjs"],
  dts: true,
  target: "es2022",
  platform: "neutral",
  // Bundled, for its many small CommonJS files cost as much to load as graphology itself.
  noExternal: ["graphology-traversal", "graphology-utils", "obliterator"],
  splitting: true,
  treeshake: true,
  esbuildOptions(options) {
    options.minifyWhitespace = true;
    options.minifySyntax = true;
  },
  sourcemap: false,
  clean: true,
});

import { defineConfig } from "tsup";

/** Interchange formats, each a subpath of its own. */
const FORMATS = [
  "csv",
  "cytoscape",
  "geojson",
  "gexf",
  "graphml",
  "graphology-json",
  "neo4j-csv",
  "node-link",
];

export default defineConfig({
  entry: {
    index: "src/index.ts",
    data: "src/data.ts",
    schema: "src/schema.ts",
    ...Object.fromEntries(FORMATS.map((name) => [`format/${name}`, `src/format/${name}.ts`])),
  },
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

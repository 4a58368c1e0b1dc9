import { defineConfig } from "tsup";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    data: "src/data.ts",
    schema: "src/schema.ts",
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

/**
 * Builds the explorer into static files that work from any folder; `npm run explore` serves it while one works on it.
 */
import { fileURLToPath } from "node:url";
import { type Alias, defineConfig, type Plugin, runnerImport } from "vite";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The package by its public names, read from its sources. */
const alias: Alias[] = [
  { find: /^xinjiang-graph$/, replacement: at("../../src/index.ts") },
  { find: /^xinjiang-graph\/(.+)$/, replacement: `${at("../../src")}/$1.ts` },
];

/** The layout of the bundled dataset, computed once at build. */
function bundledLayout(): Plugin {
  const name = "virtual:bundled-layout";
  return {
    name,
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      const { module } = await runnerImport<typeof import("./src/network/bundled-layout.ts")>(
        at("./src/network/bundled-layout.ts"),
        { configFile: false, resolve: { alias }, logLevel: "error" },
      );
      return `export default ${JSON.stringify(module.positions)};`;
    },
  };
}

/** While one works on it, the server injects style elements and tells of changes over a socket. */
function looserPolicyWhileServing(): Plugin {
  return {
    name: "looser-policy-while-serving",
    apply: "serve",
    transformIndexHtml: (html) =>
      html
        .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
        .replace("connect-src 'self'", "connect-src 'self' ws:"),
  };
}

export default defineConfig({
  root: at("."),
  base: "./",
  resolve: { alias },
  plugins: [bundledLayout(), looserPolicyWhileServing()],
  worker: { format: "es" },
  build: {
    outDir: at("../../out/explorer"),
    emptyOutDir: true,
    target: "es2022",
    // One chunk for each format and for what reads files; none of them is loaded before it is asked for.
    modulePreload: { polyfill: false },
    // Inlined files would be data: addresses, which the page's policy does not let it load.
    assetsInlineLimit: 0,
  },
});

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^xinjiang-graph$/, replacement: at("./src/index.ts") },
      { find: /^xinjiang-graph\/(.+)$/, replacement: `${at("./src")}/$1.ts` },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    // A busy machine is no failure: speed is measured in test/bench/.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    typecheck: {
      enabled: true,
      include: ["test/**/*.test-d.ts"],
      tsconfig: "./tsconfig.json",
      checker: "node_modules/typescript-7/bin/tsc",
    },
    coverage: { provider: "v8", include: ["src/**"] },
  },
});

import { afterAll, beforeAll, describe, vi } from "vitest";
import { CHROMIUM } from "../page.ts";
import { accessSuite } from "./access.ts";
import { controlSuite } from "./controls.ts";
import { dateSuite } from "./dates.ts";
import { fileSuite } from "./files.ts";
import { type Explorer, PATIENCE_MS, startExplorer } from "./harness.ts";
import { linkSuite } from "./links.ts";
import { sizeSuite } from "./size.ts";

vi.setConfig({ testTimeout: PATIENCE_MS * 2, hookTimeout: PATIENCE_MS * 2 });

const name =
  CHROMIUM === undefined
    ? "the explorer in Chromium (skipped where there is none; set CHROMIUM to where it is)"
    : "the explorer in Chromium";

describe.skipIf(CHROMIUM === undefined)(name, () => {
  let started: Explorer;
  const explorer = (): Explorer => started;

  beforeAll(async () => {
    started = await startExplorer();
  });
  afterAll(() => started?.close());

  dateSuite(explorer);
  linkSuite(explorer);
  controlSuite(explorer);
  fileSuite(explorer);
  accessSuite(explorer);
  sizeSuite(explorer);
});

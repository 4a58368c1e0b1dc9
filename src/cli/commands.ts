/**
 * All commands, in the order of help.
 */
import { check } from "./check.ts";
import type { Command } from "./command.ts";
import { conflicts } from "./conflicts.ts";
import { explain } from "./explain.ts";
import { exportGraph } from "./export.ts";
import { find } from "./find.ts";
import { merge } from "./merge.ts";
import { path } from "./path.ts";
import { series } from "./series.ts";
import { show } from "./show.ts";
import { timeline } from "./timeline.ts";
import { validate } from "./validate.ts";
import { verify } from "./verify.ts";

export const COMMANDS: readonly Command[] = [
  show,
  find,
  timeline,
  series,
  path,
  explain,
  conflicts,
  check,
  verify,
  validate,
  merge,
  exportGraph,
];

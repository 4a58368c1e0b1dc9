/**
 * `check`: stated growth, shares and sums beside what the stated levels give.
 */
import { checkDerived, type DerivedCheck, type DerivedStatus } from "../evidence/derived.ts";
import { type Command, EXIT } from "./command.ts";
import { openGraph } from "./open-graph.ts";
import { FILTER_OPTIONS, filterOf } from "./options.ts";
import type { Tone } from "./screen.ts";
import type { Column } from "./table.ts";

const TONES: Readonly<Record<DerivedStatus, Tone>> = {
  agrees: "good",
  disagrees: "bad",
  "unstated basis": "doubtful",
  "not computable": "faint",
  implied: "faint",
};

const COLUMNS: readonly Column<DerivedCheck>[] = [
  { name: "result", of: ({ status }) => status, tone: ({ status }) => TONES[status] },
  { name: "rule", of: ({ rule }) => rule },
  { name: "claim", of: ({ claim }) => claim, tone: () => "faint", below: true },
  { name: "reason", of: ({ reason }) => reason, below: true },
];

export const check: Command = {
  name: "check",
  summary: "stated growth, shares and sums, worked out again from stated levels",
  about: [
    "Columns: result (agrees, disagrees, unstated basis, not computable, implied), rule, id of the claim, and the " +
      "reason with who said what. Nothing is corrected, and a disagreement does not tell which figure is off.",
    "That figures do not fit together is an answer: the exit code is 0.",
  ],
  arguments: [{ name: "claim", help: "only the figures of this claim", count: "optional" }],
  options: ["data", ...FILTER_OPTIONS, "lang", "limit"],
  json: '{ "rows": [{ "claim", "rule", "status", "unit", "stated", "computed", "within", "inputs", "missing", "needed", "inference", "reason" }], "total", "setAside" }',
  example: ["check", "xinjiang-trade-growth-2023"],
  async run({ arguments: [claim], ...call }) {
    const graph = await openGraph(call);
    const { lang } = call.options;
    const rows = checkDerived(graph, {
      ...filterOf(call.options),
      ...(claim !== undefined && { claim }),
      ...(lang !== undefined && { lang }),
    });
    await call.output.list({ columns: COLUMNS, rows, setAside: rows.setAside });
    return EXIT.done;
  },
};

/**
 * A small dataset modelled on the documents: four publishers, one reprint, and texts of our own that bear the claims.
 */
import { createHash } from "node:crypto";
import { assembleGraph } from "../../src/graph/assemble.ts";
import type { KnowledgeGraph } from "../../src/graph/knowledge-graph.ts";
import type { Citation } from "../../src/model/citation.ts";
import type { ClaimRecord } from "../../src/model/claim.ts";
import { formatHash, normalizePassage, rollingHash } from "../../src/model/passage.ts";
import type { DatasetRecords } from "../../src/model/record.ts";
import type { Source } from "../../src/model/source.ts";

/** Texts of the sources, in our own words. */
export const TEXTS: Readonly<Record<string, string>> = {
  "daily-2024-03-07": [
    "Trade at the border",
    "Xinjiang traded goods worth more than 357 billion yuan in 2023, which the paper called a record.",
    "Some forces abroad speak ill of the region; that is untrue, the chairman told the paper.",
    "The pilot zone is the first of its kind on the north-western border.",
  ].join("\n"),
  "daily-2025-03-07": [
    "Imports and exports came to 357.33 billion yuan in 2023 and 435.11 billion in 2024.",
    "The pilot zone, the first on the north-western border, has three areas.",
  ].join("\n"),
  "scio-2024-06-27": [
    "Chen Weijun:",
    "Last year our imports and exports reached 357.3 billion yuan. This year we expect more than 400 billion.",
    "An outlet: Many roads now cross the border, we hear.",
  ].join("\n"),
  "cgtn-2024-11-01": "The zone, writes the commentator, is the first one on the north-western border.",
};

const editors = { classifiedBy: "the editors", classifiedOn: "2026-11-21" };
const accessed = "2026-11-21";

export const SOURCES: readonly Source[] = [
  {
    id: "cgtn-2024-11-01",
    title: "The zone and its neighbours",
    publisher: { name: "CGTN", owner: "China Media Group", class: "state media", ...editors },
    genre: "opinion",
    language: "en",
    url: "https://example.org/cgtn",
    published: "2024-11-01?",
    accessed,
  },
  {
    id: "daily-2024-03-07",
    title: "Trade at the border",
    publisher: { name: "China Daily", owner: "Publicity Department", class: "state media", ...editors },
    genre: "interview",
    language: "en",
    url: "https://example.org/daily-1",
    published: "2024-03-07",
    accessed,
  },
  {
    id: "daily-2025-03-07",
    title: "Interview with the chairman",
    titleByEditors: true,
    publisher: { name: "China Daily", owner: "Publicity Department", class: "state media", ...editors },
    host: "ECNS",
    genre: "interview",
    language: "en",
    url: "https://example.org/daily-2",
    published: "2025-03-07",
    accessed,
  },
  {
    id: "portal-2024-03-08",
    title: "Trade at the border",
    publisher: { name: "Portal", class: "other", ...editors },
    genre: "interview",
    language: "en",
    published: "2024-03-08",
    reprintOf: "daily-2024-03-07",
    accessed,
  },
  {
    id: "scio-2024-06-27",
    title: "Press conference (transcript)",
    publisher: {
      name: "State Council Information Office",
      owner: "State Council",
      class: "government",
      ...editors,
    },
    genre: "press conference transcript",
    language: "en",
    url: "https://example.org/scio",
    held: "2024-05-21",
    published: "2024-06-27",
    accessed,
  },
];

/** A citation of a passage of {@link TEXTS}. */
export function cite(source: string, passage: string, rest: Partial<Citation> = {}): Citation {
  const start = TEXTS[source]?.indexOf(passage) ?? -1;
  if (start < 0) throw new Error(`${source} has no passage ${passage}`);
  return {
    source,
    start,
    end: start + passage.length,
    ...fingerprintOf(passage),
    voice: "narrated",
    stance: "asserts",
    ...rest,
  };
}

/** A citation of a text that nobody holds. */
export function excerpt(source: string, rest: Partial<Citation> = {}): Citation {
  return { source, readAs: "excerpt", voice: "narrated", stance: "asserts", ...rest };
}

/** The fingerprint of a passage, without WebCrypto's promises. */
export function fingerprintOf(passage: string): Pick<Citation, "length" | "hash" | "sha256"> {
  const words = normalizePassage(passage);
  return {
    length: words.length,
    hash: formatHash(rollingHash(words)),
    sha256: createHash("sha256").update(words, "utf8").digest("hex"),
  };
}

const trade = {
  subject: "region/xinjiang",
  relation: "observed",
  object: "indicator/trade-value",
  status: "actual",
} as const;
const office = { relation: "holdsOffice", status: "actual" } as const;
const first = {
  subject: "region/zone",
  relation: "ranked",
  object: "region/border",
  rank: 1,
  field: "pilot zones",
} as const;

export const CLAIMS: readonly ClaimRecord[] = [
  {
    ...trade,
    id: "trade-2023-over-357bn",
    quantity: {
      value: "357e9",
      unit: "CNY",
      comparator: ">",
      asReported: "more than 357 billion yuan",
      equivalents: [{ value: "49.6e9", unit: "USD" }],
    },
    valid: "2023",
    citations: [
      cite("daily-2024-03-07", "Xinjiang traded goods worth more than 357 billion yuan in 2023"),
      excerpt("portal-2024-03-08"),
    ],
  },
  {
    ...trade,
    id: "trade-2023-357-3bn",
    quantity: { value: "357.3e9", unit: "CNY", asReported: "357.3 billion yuan" },
    valid: "2023",
    validAs: "Last year",
    citations: [
      cite("scio-2024-06-27", "Last year our imports and exports reached 357.3 billion yuan", {
        speaker: "official/chen-weijun",
        voice: "quoted",
      }),
    ],
  },
  {
    ...trade,
    id: "trade-2023-357-33bn",
    quantity: { value: "357.33e9", unit: "CNY" },
    valid: "2023",
    citations: [cite("daily-2025-03-07", "Imports and exports came to 357.33 billion yuan in 2023")],
  },
  {
    ...trade,
    id: "trade-2024-expected",
    quantity: { value: "400e9", unit: "CNY", comparator: ">" },
    valid: "2024",
    status: "expected",
    citations: [
      cite("scio-2024-06-27", "This year we expect more than 400 billion", {
        speaker: "official/chen-weijun",
        voice: "quoted",
      }),
    ],
  },
  {
    ...trade,
    id: "trade-2024",
    quantity: { value: "435.11e9", unit: "CNY" },
    valid: "2024",
    citations: [cite("daily-2025-03-07", "435.11 billion in 2024")],
  },
  {
    ...office,
    id: "chen-executive-vice-chairman",
    subject: "official/chen-weijun",
    object: "organization/government",
    role: "executive vice chairman",
    attested: ["2024-05-21"],
    citations: [cite("scio-2024-06-27", "Chen Weijun:", { voice: "captioned" })],
  },
  {
    ...office,
    id: "erkin-chairman-2024",
    subject: "official/erkin",
    object: "organization/government",
    role: "chairman",
    attested: ["2024-03-07"],
    citations: [cite("daily-2024-03-07", "the chairman told the paper")],
  },
  {
    ...office,
    id: "liu-commentator",
    subject: "official/liu",
    object: "organization/cgtn",
    role: "commentator",
    attested: ["2024-11-01?"],
    citations: [cite("cgtn-2024-11-01", "writes the commentator")],
  },
  {
    id: "forces-criticize",
    subject: "organization/forces",
    relation: "criticizes",
    object: "region/xinjiang",
    matter: "human rights",
    characterizedAs: "smears",
    attested: ["2024-03-07"],
    status: "ongoing",
    citations: [
      cite("daily-2024-03-07", "Some forces abroad speak ill of the region; that is untrue", {
        speaker: "official/erkin",
        voice: "paraphrased",
        stance: "denies",
      }),
    ],
  },
  {
    ...first,
    id: "zone-first",
    attested: ["2024-03-07", "2024-11-01?", "2025-03-07"],
    status: "actual",
    citations: [
      cite("daily-2024-03-07", "The pilot zone is the first of its kind on the north-western border"),
      cite("daily-2025-03-07", "The pilot zone, the first on the north-western border"),
      cite("cgtn-2024-11-01", "is the first one on the north-western border", { speaker: "official/liu" }),
    ],
  },
  {
    id: "zone-launched",
    subject: "region/zone",
    relation: "milestoneIn",
    object: "region/xinjiang",
    stage: "launched",
    valid: "2023-11-01",
    status: "actual",
    inferred: "The day is that of the launch.",
    citations: [excerpt("cgtn-2024-11-01", { voice: "captioned" })],
  },
  {
    id: "roads-concern-border",
    subject: "region/zone",
    relation: "locatedIn",
    object: "region/border",
    attested: ["2024-05-21"],
    status: "actual",
    citations: [
      cite("scio-2024-06-27", "Many roads now cross the border", {
        speakerDescription: "An outlet (question)",
        voice: "asked",
        stance: "reports",
      }),
    ],
  },
];

export const RECORDS: DatasetRecords = {
  dataset: {
    name: "cited",
    version: "1.0.0",
    license: "CC0",
    coverage: { from: "2023", to: "2025", covers: ["trade"], silentOn: ["labour"] },
  },
  sources: SOURCES,
  entities: [
    {
      id: "region/xinjiang",
      names: [
        { value: "Xinjiang", lang: "en" },
        { value: "新疆", lang: "zh-Hans" },
      ],
    },
    { id: "region/zone", names: [{ value: "the pilot zone", lang: "en", source: "daily-2024-03-07" }] },
    { id: "region/border", names: [{ value: "the north-western border region", lang: "en" }] },
    {
      id: "official/chen-weijun",
      names: [
        { value: "Chen Weijun", lang: "en", source: "scio-2024-06-27" },
        { value: "陈伟俊", lang: "zh-Hans", inferred: true },
      ],
    },
    { id: "official/erkin", names: [{ value: "Erkin Tuniyaz", lang: "en" }] },
    { id: "official/liu", names: [{ value: "Liu Chunsheng", lang: "en", source: "cgtn-2024-11-01" }] },
    {
      id: "organization/government",
      names: [{ value: "the People's Government of Xinjiang", lang: "en" }],
    },
    { id: "organization/cgtn", names: [{ value: "CGTN", lang: "en" }] },
    { id: "organization/forces", names: [{ value: "some forces", lang: "en" }] },
    {
      id: "indicator/trade-value",
      names: [
        { value: "imports and exports", lang: "en" },
        { value: "进出口总额", lang: "zh-Hans" },
      ],
      measure: "flow",
      unit: "CNY",
    },
    { id: "indicator/population", names: [{ value: "population", lang: "en" }], measure: "stock" },
  ],
  claims: CLAIMS,
};

/** A new graph of these records, with more claims if given. */
export function citedGraph(more: readonly ClaimRecord[] = []): KnowledgeGraph {
  return assembleGraph({ ...RECORDS, claims: [...CLAIMS, ...more] });
}

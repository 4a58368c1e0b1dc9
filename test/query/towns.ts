/** A small hand-made dataset with every sort of time, for tests that name each expected row. */
import { assembleGraph } from "../../src/graph/assemble.ts";
import type { KnowledgeGraph } from "../../src/graph/knowledge-graph.ts";
import type { DatasetRecords } from "../../src/model/record.ts";
import { townOntology } from "../arbitrary-dataset.ts";

const source = (id: string, published: string, rest: object = {}): object => ({
  id,
  title: id,
  publisher: {
    name: id.toUpperCase(),
    class: id === "gov" ? "government" : "independent media",
    classifiedBy: "n",
    classifiedOn: "2026",
  },
  genre: "report",
  language: "en",
  accessed: "2026-01-01",
  published,
  ...rest,
});
const cite = (id: string, rest: object = {}): object => ({
  source: id,
  readAs: "excerpt",
  voice: "narrated",
  stance: "asserts",
  ...rest,
});
const town = (id: string, ...names: object[]): object => ({
  id,
  names: [{ value: id, lang: "en" }, ...names],
});

/** Towns a to d, people p and q; sources of 2023, 2024 and one of uncertain date. */
export const townRecords = {
  sources: [
    source("gov", "2023-06-30", { held: "2023-06-01" }),
    source("paper", "2024-03-07"),
    source("blog", "2024-11-01?"),
  ],
  entities: [
    town(
      "town/a",
      { value: "Huò'ěrguǒsī", lang: "zh-Latn" },
      { value: "霍尔果斯", lang: "zh-Hans" },
      { value: "Khorgos", lang: "en", source: "paper" },
    ),
    town("town/b"),
    town("town/c"),
    town("town/d", { value: "Café Town", lang: "en" }),
    { id: "person/p", names: [{ value: "P", lang: "en" }] },
    { id: "person/q", names: [{ value: "Q", lang: "en" }] },
    { id: "measure/people", names: [{ value: "People", lang: "en" }], measure: "stock" },
    { id: "measure/births", names: [{ value: "Births", lang: "en" }], measure: "flow" },
  ],
  claims: [
    {
      id: "p-lives-a",
      subject: "person/p",
      relation: "livesIn",
      object: "town/a",
      valid: "2020/2022",
      status: "actual",
      citations: [cite("gov")],
    },
    {
      id: "p-lives-b",
      subject: "person/p",
      relation: "livesIn",
      object: "town/b",
      valid: "2023-01-01/..",
      status: "actual",
      citations: [cite("gov"), cite("paper")],
    },
    {
      id: "p-lives-c",
      subject: "person/p",
      relation: "livesIn",
      object: "town/c",
      valid: "2027",
      status: "planned",
      citations: [cite("paper")],
    },
    {
      id: "q-lives-a",
      subject: "person/q",
      relation: "livesIn",
      object: "town/a",
      attested: ["2023-05-01", "2024-03-07"],
      status: "actual",
      citations: [cite("gov"), cite("paper")],
    },
    {
      id: "q-born-c",
      subject: "person/q",
      relation: "bornIn",
      object: "town/c",
      valid: "1990",
      status: "actual",
      citations: [cite("blog", { speaker: "person/q", voice: "quoted" })],
    },
    {
      id: "q-born-d",
      subject: "person/q",
      relation: "bornIn",
      object: "town/d",
      valid: "1990",
      status: "actual",
      citations: [cite("gov", { stance: "denies" })],
    },
    {
      id: "a-twin-b",
      subject: "town/a",
      relation: "twinnedWith",
      object: "town/b",
      valid: "2010~/2030",
      status: "actual",
      citations: [cite("paper")],
    },
    {
      id: "b-twin-d",
      subject: "town/b",
      relation: "twinnedWith",
      object: "town/d",
      valid: "2015/2025",
      status: "actual",
      citations: [cite("paper")],
    },
    {
      id: "a-people-2023",
      subject: "town/a",
      relation: "counted",
      object: "measure/people",
      quantity: { value: "100", unit: "1", comparator: ">" },
      valid: "2023",
      status: "actual",
      citations: [cite("gov")],
    },
    {
      id: "a-people-2024",
      subject: "town/a",
      relation: "counted",
      object: "measure/people",
      quantity: { value: "120", unit: "1" },
      valid: "2024",
      status: "actual",
      citations: [cite("paper")],
    },
    {
      id: "a-people-2030",
      subject: "town/a",
      relation: "counted",
      object: "measure/people",
      quantity: { value: "200", unit: "1" },
      valid: "2030",
      status: "target",
      citations: [cite("paper")],
    },
    {
      id: "a-births-2023-north",
      subject: "town/a",
      relation: "counted",
      object: "measure/births",
      quantity: { value: "7", unit: "1" },
      scope: { part: "north" },
      valid: "2023",
      status: "actual",
      citations: [cite("gov")],
    },
  ],
} as unknown as DatasetRecords;

export function townGraph(): KnowledgeGraph<typeof townOntology> {
  return assembleGraph(townRecords, townOntology);
}

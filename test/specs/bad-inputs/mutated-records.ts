/**
 * Bad inputs made of real records: of each kind of entity, each relation and a source of the bundled dataset, one record,
 * each of whose fields is left out, given another type and emptied, and whose ends and references lead nowhere. The real
 * records that it needs stand before it.
 */
import { bundledRecords } from "../../../src/dataset/bundled.ts";
import { kindOfRecord } from "../../../src/graph/build.ts";
import type { ClaimRecord } from "../../../src/model/claim.ts";
import type { AttributeDescriptors, Ontology, RelationDefinition } from "../../../src/ontology/define.ts";
import { xinjiangOntology } from "../../../src/ontology/ontology.ts";
import { type BadInput, badInput, MARK } from "./bad-input.ts";

type Json = Readonly<Record<string, unknown>>;

/** Fields that a record cannot be without, as the format says; of the attributes, those that the ontology says. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  sources: ["id", "title", "publisher", "genre", "language", "published", "accessed"],
  entities: ["id", "names"],
  claims: ["id", "subject", "relation", "object", "status", "citations"],
};

/** What a text must be, other than not empty. */
const FORMATS: Readonly<Record<string, { readonly bad: string; readonly code: string }>> = {
  id: { bad: "a b", code: "record/invalid-id" },
  language: { bad: "English language", code: "record/invalid-value" },
  titleLang: { bad: "English language", code: "record/invalid-value" },
  url: { bad: "example.org", code: "record/invalid-value" },
  published: { bad: "2024-13", code: "record/invalid-date" },
  accessed: { bad: "21 May 2024", code: "record/invalid-date" },
  held: { bad: "2024-02-30", code: "record/invalid-date" },
  valid: { bad: "2024-1", code: "record/invalid-date" },
  status: { bad: "done", code: "record/invalid-value" },
};

const { kinds, relations }: Ontology = xinjiangOntology;
const bundled = bundledRecords();
const known = new Map<string, Json>(
  [...bundled.sources, ...bundled.entities].map((record) => [record.id, record as unknown as Json]),
);

/** Every record that a record names, and that those name, itself aside. */
function neededBy(record: Json): Json[] {
  const found = new Map<unknown, Json>([[record.id, record]]);
  const visit = (value: unknown): void => {
    if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) visit(inner);
    const other = typeof value === "string" ? known.get(value) : undefined;
    if (!other || found.has(other.id)) return;
    found.set(other.id, other);
    visit(other);
  };
  visit(record);
  return [...found.values()].slice(1);
}

/** JSON of a record with another value for a field, a mark before it; the field is added where it is not there. */
function withMarked(record: Json, field: string, json: string): string {
  const text = JSON.stringify({ ...record, [field]: "the value" });
  return text.replace(
    `${JSON.stringify(field)}:"the value"`,
    () => `${JSON.stringify(field)}:${MARK}${json}`,
  );
}

function without(record: Json, field: string): string {
  const { [field]: _, ...rest } = record;
  return MARK + JSON.stringify(rest);
}

/** The inputs of one record of a list. */
function mutationsOf(
  list: "sources" | "entities" | "claims",
  record: Json,
  required: readonly string[],
): BadInput[] {
  const context = neededBy(record)
    .map((one) => JSON.stringify(one))
    .join("\n");
  const what = String(record.relation ?? record.id);
  const mutation = (change: string, text: string, path: string, ...codes: readonly string[]): BadInput =>
    badInput(
      `${what}: ${change}`,
      { "needed.jsonl": context, [`${list}.jsonl`]: `\n${text}\n` },
      codes.map((code): readonly [string, string] => [code, path]),
    );
  const inputs = [
    mutation("an unknown field", withMarked(record, "zzz", "1"), "/zzz", "record/unknown-field"),
  ];
  for (const [field, value] of Object.entries(record)) {
    const path = `/${field}`;
    const add = (change: string, json: string, ...codes: readonly string[]): void => {
      inputs.push(mutation(`${change} ${field}`, withMarked(record, field, json), path, ...codes));
    };
    if (required.includes(field))
      inputs.push(mutation(`no ${field}`, without(record, field), path, codeWithout(list, field)));
    if (field === "valid" || field === "attested")
      inputs.push(mutation(`no ${field}`, without(record, field), "/valid", "record/time-missing"));
    if (field === "relation") add("a number for", "7", "record/unknown-relation");
    else add("another type for", typeof value === "boolean" ? '"yes"' : "true", "record/wrong-type");
    if (typeof value !== "string" || field === "relation") continue;
    // An entity's id tells its kind as well: those are in the table by hand.
    if (field === "id" && list === "entities") continue;
    const isEnd = field === "subject" || field === "object";
    add("an empty", '""', "record/invalid-value", ...(isEnd ? ["record/dangling-entity"] : []));
    const format = FORMATS[field];
    if (format) add("a bad", JSON.stringify(format.bad), format.code);
  }
  return inputs;
}

/** What a record without a field lacks. */
function codeWithout(list: string, field: string): string {
  return list === "claims" && field === "relation" ? "record/unknown-relation" : "record/missing-field";
}

/** The ends and citations of a claim: none of their ids may lead nowhere, and the ends must fit. */
function endsOf(claim: ClaimRecord): BadInput[] {
  const record = claim as unknown as Json;
  const { between } = relations[claim.relation] as RelationDefinition;
  const kindOf = (id: string): string => kindOfRecord(known.get(id) as unknown as ClaimRecord) ?? "";
  const another = bundled.entities.filter(
    (entity) => entity.id !== claim.subject && entity.id !== claim.object,
  );
  const misfit = another.find((entity) => !between[kindOf(claim.subject)]?.includes(kindOf(entity.id)));
  const noSubject = another.find((entity) => between[kindOf(entity.id)] === undefined);
  const input = (change: string, text: string, code: string, path: string): BadInput => {
    const context = neededBy({ record, misfit, noSubject });
    const needed = context.filter((one) => one !== record).map((one) => JSON.stringify(one));
    return badInput(
      `${claim.relation}: ${change}`,
      { "needed.jsonl": needed.join("\n"), "claims.jsonl": text },
      [code, path],
    );
  };
  const inputs = ["subject", "object"].map((end) =>
    input(
      `a dangling ${end}`,
      withMarked(record, end, '"port/nowhere"'),
      "record/dangling-entity",
      `/${end}`,
    ),
  );
  if (misfit)
    inputs.push(
      input(
        "an object that does not fit",
        withMarked(record, "object", JSON.stringify(misfit.id)),
        "record/wrong-ends",
        "/object",
      ),
    );
  if (noSubject)
    inputs.push(
      input(
        "a subject that does not fit",
        withMarked(record, "subject", JSON.stringify(noSubject.id)),
        "record/wrong-ends",
        "/subject",
      ),
    );
  const [citation] = claim.citations;
  const cited = withMarked(record, "citations", `[${JSON.stringify(citation)}]`).replace(MARK, "");
  inputs.push(
    input(
      "a dangling source",
      cited.replace(`"source":"${citation?.source}"`, `"source":${MARK}"nobody-2024"`),
      "record/dangling-source",
      "/citations/0/source",
    ),
    input(
      "a citation of no voice",
      cited.replace(/"voice":"\w+"/, `"voice":${MARK}"sung"`),
      "record/invalid-value",
      "/citations/0/voice",
    ),
  );
  return inputs;
}

const requiredOf = (attributes: AttributeDescriptors): string[] =>
  Object.keys(attributes).filter((name) => attributes[name]?.required);

const entities = Object.entries(kinds).flatMap(([kind, { attributes }]) => {
  const record = bundled.entities.find((entity) => kindOfRecord(entity) === kind);
  if (!record) throw new Error(`no ${kind}`);
  return mutationsOf("entities", { ...record } as unknown as Json, [
    ...(REQUIRED.entities ?? []),
    ...requiredOf(attributes),
  ]);
});

const claims = Object.entries(relations).flatMap(([name, { attributes, quantity }]) => {
  const record = bundled.claims.find((claim) => claim.relation === name);
  if (!record) throw new Error(`no ${name}`);
  const required = [
    ...(REQUIRED.claims ?? []),
    ...requiredOf(attributes),
    ...(quantity === "required" ? ["quantity"] : []),
  ];
  return [...mutationsOf("claims", { ...record } as unknown as Json, required), ...endsOf(record)];
});

const sources = mutationsOf("sources", { ...bundled.sources[1] } as unknown as Json, REQUIRED.sources ?? []);

/** All of them. */
export const MUTATED_RECORDS: readonly BadInput[] = [...sources, ...entities, ...claims];

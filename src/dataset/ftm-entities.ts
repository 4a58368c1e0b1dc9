/**
 * Entities of FollowTheMoney as their lines have them, and the count of what is not made into records.
 */
import { type Issue, show } from "../errors.ts";
import { isPlainObject, pointer } from "../model/shape.ts";
import { jsonLines } from "./json-lines.ts";
import { placeUnder } from "./json-place.ts";
import { PlacedText } from "./placed-text.ts";
import type { DatasetFile, Place } from "./record-reader.ts";

/** One line. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  readonly caption?: string;
  readonly datasets: readonly string[];
  /** The latest day on which the file says that the entity was seen or changed. */
  readonly seen?: string;
  /** Its file, and where its line begins there. */
  readonly file: PlacedText;
  readonly offset: number;
  /** Properties that some record has been made of. Grows while records are made. */
  readonly read: Set<string>;
}

/** Files of FollowTheMoney, read line by line. */
export class FtmFiles {
  readonly entities = new Map<string, FtmEntity>();
  private readonly counts = new Map<string, { issue: Issue; count: number }>();

  constructor(
    files: readonly DatasetFile[],
    private readonly report: (issue: Issue) => void,
  ) {
    for (const text of files) {
      const file = new PlacedText(text);
      for (const [value, offset] of jsonLines(file, report)) this.add(value, file, offset);
    }
  }

  /** Counts something that is left out; told once for all, at the place of the first. */
  count(code: string, what: string, advice: string, entity: FtmEntity, path = ""): void {
    const counted = this.counts.get(`${code} ${what}`);
    if (counted) counted.count += 1;
    else {
      const issue: Issue = {
        code,
        severity: "warning",
        id: entity.id,
        path,
        message: advice,
        received: what,
        ...placeIn(entity, path),
      };
      this.counts.set(`${code} ${what}`, { issue, count: 1 });
    }
  }

  /** Reports that nothing tells when a dataset was published. */
  refuseUndated(name: string, entity: FtmEntity): void {
    this.report({
      code: "ftm/undated-dataset",
      severity: "error",
      id: entity.id,
      path: "/datasets",
      message: `Nothing tells when the dataset ${show(name)} was published; give its record under "sources", or let its entities say when they were seen.`,
      expected: "last_seen, last_change or first_seen of an entity",
      received: show(name),
      ...placeIn(entity, "/datasets"),
    });
  }

  /** Reports what was counted. */
  reportCounts(): void {
    for (const { issue, count } of this.counts.values()) {
      const times = count === 1 ? "once" : `${count} times`;
      this.report({
        ...issue,
        message: `${issue.received} is left out ${times}, here first: ${issue.message}`,
      });
    }
  }

  private add(value: unknown, file: PlacedText, offset: number): void {
    const wrong: Wrong = (code, found, expected, path) =>
      this.report({
        code,
        severity: "error",
        path,
        message: `Found ${found === undefined ? "nothing" : show(found)}${path && ` as ${path}`}, expected ${expected}.`,
        expected,
        received: show(found),
        ...placeUnder(file, offset, path),
      });
    const form = "ftm/not-an-entity";
    if (!isPlainObject(value)) return wrong(form, value, "an object with id, schema and properties", "");
    const { id, schema, properties, caption, datasets = [], ...rest } = value;
    for (const [name, found] of Object.entries({ id, schema })) {
      if (!isText(found)) wrong(form, found, "a text", `/${name}`);
    }
    if (!isPlainObject(properties))
      return wrong(form, properties, "an object of lists of texts", "/properties");
    const texts = Object.entries(properties).map(([name, list]) => [
      name,
      textsIn(list, pointer("/properties", name), wrong),
    ]);
    const names = textsIn(datasets, "/datasets", wrong);
    if (!isText(id) || !isText(schema)) return;
    if (this.entities.has(id)) {
      const expected = "an id that no line before has; bring the parts of an entity together first";
      return wrong("ftm/duplicate-id", id, expected, "/id");
    }
    const entity: FtmEntity = {
      id,
      schema,
      properties: Object.fromEntries(texts),
      ...(isText(caption) && { caption }),
      datasets: names,
      ...seenOn(rest),
      file,
      offset,
      read: new Set(),
    };
    this.entities.set(id, entity);
    for (const [name, found] of Object.entries(rest)) {
      if (SEEN.includes(name) || (Array.isArray(found) && found.length === 0)) continue;
      this.count("ftm/unmapped-field", name, "records have no place for it.", entity, pointer("", name));
    }
  }
}

/** The place of the value under a JSON pointer of an entity's line. */
export function placeIn({ file, offset }: FtmEntity, path: string): Place {
  return placeUnder(file, offset, path);
}

/** The dataset of an entity that names none: the name of its file. */
export function fileDatasetOf({ file }: FtmEntity): string {
  const [last = ""] = /[^/\\]*$/.exec(file.name) ?? [];
  return last.replace(/\..*$/, "").replace(/\s+/g, "-") || "unnamed";
}

type Wrong = (code: string, found: unknown, expected: string, path: string) => void;

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** The texts of a list; whatever else stands there is reported. */
function textsIn(list: unknown, path: string, wrong: Wrong): string[] {
  if (!Array.isArray(list)) {
    wrong("ftm/not-a-list", list, "a list of texts", path);
    return [];
  }
  return list.filter((item: unknown, i): item is string => {
    if (isPlainObject(item)) {
      wrong("ftm/nested-entity", item, "the id of an entity that has a line of its own", pointer(path, i));
    } else if (!isText(item)) wrong("ftm/not-a-text", item, "a text", pointer(path, i));
    return isText(item);
  });
}

const SEEN: readonly string[] = ["first_seen", "last_seen", "last_change"];

function seenOn(fields: Readonly<Record<string, unknown>>): { readonly seen?: string } {
  const days = SEEN.flatMap((name) => {
    const [day] = /^\d{4}-\d{2}-\d{2}/.exec(String(fields[name])) ?? [];
    return day ?? [];
  });
  const latest = days.sort().at(-1);
  return latest === undefined ? {} : { seen: latest };
}

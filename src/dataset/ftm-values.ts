/**
 * Values of FollowTheMoney's properties, each with its place. What has been read is marked, so that the rest can be told.
 */
import { attributeTypes } from "../format/tabular.ts";
import { pointer } from "../model/shape.ts";
import type { KindDefinition, RelationDefinition } from "../ontology/define.ts";
import type { FtmEntity, FtmFiles } from "./ftm-entities.ts";
import { typedValue } from "./typed-text.ts";

/** A value of the file: a JSON pointer into the line of an entity. */
export interface Spot {
  readonly entity: FtmEntity;
  readonly path: string;
}

/** A text of the file with its place. */
export interface Value extends Spot {
  readonly text: string;
}

/** Reads properties; what cannot be taken is counted. */
export class FtmValues {
  constructor(private readonly files: FtmFiles) {}

  /** All values of a property, which count as read. */
  all(entity: FtmEntity, property: string): Value[] {
    entity.read.add(property);
    const path = pointer("/properties", property);
    return (own(entity.properties, property) ?? []).map((text, i) => ({
      entity,
      text,
      path: `${path}/${i}`,
    }));
  }

  /** The first value of a property; others are counted. */
  first(entity: FtmEntity, property: string): Value | undefined {
    const isNew = !entity.read.has(property);
    const [value, ...more] = this.all(entity, property);
    for (const { path } of isNew ? more : []) {
      const advice = "a record has place for one value, and the first is taken.";
      this.files.count("ftm/second-value", `${entity.schema}.${property}`, advice, entity, path);
    }
    return value;
  }

  /** All values of a property without which there is no claim. */
  required(entity: FtmEntity, property: string): Value[] {
    const values = this.all(entity, property);
    if (values.length === 0) {
      const advice = `without ${property} it makes no claim.`;
      this.files.count("ftm/incomplete", entity.schema, advice, entity, "/properties");
    }
    return values;
  }

  /** The attributes that a mapping makes of properties; `spots` gets their places. */
  attributes(
    entity: FtmEntity,
    mapping: Readonly<Record<string, string>>,
    definition: KindDefinition | RelationDefinition | undefined,
    spots: Map<string, Spot>,
  ): Record<string, unknown> {
    const types = attributeTypes(definition ? [definition] : []);
    const fields = Object.entries(mapping).flatMap(([property, attribute]): [string, unknown][] => {
      const type = types.get(attribute) ?? "text";
      const [value, ...more] = type === "list" ? this.all(entity, property) : [this.first(entity, property)];
      if (!value) return [];
      spots.set(pointer("", attribute), value);
      const texts = [value, ...more].flatMap((item) => item?.text ?? []);
      return [[attribute, type === "list" ? texts : typedValue(value.text, type)]];
    });
    return Object.fromEntries(fields);
  }
}

/** What a record has under a name of its own. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

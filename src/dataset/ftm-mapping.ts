/**
 * What of FollowTheMoney becomes what: plain data, to be extended or replaced. Whatever is not named in it is reported.
 *
 * @see https://followthemoney.tech/explorer/
 */

/** How entities of a schema become entities. */
export interface FtmEntityMapping {
  readonly kind: string;
  /** Properties that are attributes. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Attributes that the schema itself tells. */
  readonly always?: Readonly<Record<string, string>>;
}

/** How entities of a schema become claims: one for each subject and object. */
export interface FtmClaimMapping {
  readonly relation: string;
  /** Property that names the subject. */
  readonly subject: string;
  /** Property that names the object, of the entity itself or of the one `through` which it is reached. */
  readonly object: string;
  /** Property that names an entity between the two: the post between its holder and the body. */
  readonly through?: string;
  /** Properties that are attributes. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Properties of the entity between the two that are attributes. */
  readonly throughAttributes?: Readonly<Record<string, string>>;
}

/** What becomes what, by schema and property. */
export interface FtmMapping {
  readonly entities: Readonly<Record<string, FtmEntityMapping>>;
  readonly claims: Readonly<Record<string, FtmClaimMapping>>;
  /** Properties that are names, of all entities. */
  readonly names: readonly string[];
  /** Properties that are codes, of all entities, by the name of their register. */
  readonly identifiers: Readonly<Record<string, string>>;
  /** Properties that tell when a claim holds. */
  readonly time: { readonly start: string; readonly end: string; readonly date: string };
}

/**
 * The mapping for the bundled ontology. It takes only what fits it: bodies, projects and events as entities, posts and
 * memberships as claims. People are left out, for the ontology knows only those in a public role; say of a file that its
 * people are such by adding `Person`.
 *
 * @example
 * const mine = { ...FTM_MAPPING, entities: { ...FTM_MAPPING.entities, Person: { kind: "official" } } };
 * const text = '{"id":"Q2","schema":"Person","properties":{"name":["A. Person"]},"datasets":["demo"],"last_seen":"2026-01-02"}';
 * const format = followTheMoneyReader({ mapping: mine });
 * parseDataset({ name: "demo.ftm.json", text }, { format }).records.entities[0]?.kind; // "official"
 */
export const FTM_MAPPING: FtmMapping = {
  entities: {
    Organization: { kind: "organization" },
    PublicBody: { kind: "organization", always: { sector: "government" } },
    Company: { kind: "organization", always: { sector: "company" } },
    Project: { kind: "project" },
    Event: { kind: "event" },
  },
  claims: {
    Directorship: {
      relation: "holdsOffice",
      subject: "director",
      object: "organization",
      attributes: { role: "role" },
    },
    Employment: {
      relation: "holdsOffice",
      subject: "employee",
      object: "employer",
      attributes: { role: "role" },
    },
    Occupancy: {
      relation: "holdsOffice",
      subject: "holder",
      through: "post",
      object: "organization",
      throughAttributes: { name: "role" },
    },
    Membership: { relation: "memberOf", subject: "member", object: "organization" },
  },
  names: ["name", "alias"],
  identifiers: {
    wikidataId: "wikidata",
    registrationNumber: "registration",
    leiCode: "lei",
    uscCode: "uscc",
    ogrnCode: "ogrn",
    innCode: "inn",
    dunsCode: "duns",
  },
  time: { start: "startDate", end: "endDate", date: "date" },
};

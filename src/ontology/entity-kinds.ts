/**
 * The ten kinds of entity of the bundled ontology, one object each.
 */
import { defineKind } from "./define.ts";
import { GROWTH_BASES, MEASURES, PRICE_BASES } from "./vocabulary.ts";

const place = {
  lng: { type: "longitude", description: "WGS 84 longitude in degrees, east positive" },
  lat: { type: "latitude", description: "WGS 84 latitude in degrees, north positive" },
  coordinatesFrom: { type: "text", description: "Open data set that the coordinates come from" },
} as const;

export const region = defineKind({
  label: "region",
  plural: "regions",
  description:
    "A place smaller or larger than a country: division, zone, park, mountain range, group of provinces",
  attributes: {
    ...place,
    level: {
      type: "text",
      description: "What sort of place",
      values: [
        "macro-region",
        "province-level",
        "prefecture-level",
        "county-level",
        "town",
        "zone",
        "zone area",
        "site",
        "natural feature",
        "group of regions",
      ],
    },
  },
  iri: "https://schema.org/Place",
  color: "#4f7f52",
});

export const port = defineKind({
  label: "port",
  plural: "ports",
  description: "A port of entry, border crossing or airport, one for each mode where they are run apart",
  attributes: {
    ...place,
    modes: {
      type: "list",
      description: "How goods and people pass",
      values: ["road", "rail", "air"],
    },
  },
  iri: "https://schema.org/CivicStructure",
  color: "#b8572f",
});

export const project = defineKind({
  label: "project",
  plural: "projects",
  description: "Something built, set up or run: works, centre, base, museum, programme of projects",
  attributes: { ...place, field: { type: "text", description: "Branch: energy, logistics, tourism …" } },
  iri: "https://schema.org/Project",
  color: "#8a6d1f",
});

export const official = defineKind({
  label: "official",
  plural: "officials",
  description: "A named person who holds a post, speaks or acts in a public role",
  attributes: {
    sphere: {
      type: "text",
      description: "Where the person acts",
      values: ["government", "party", "business", "academia", "media", "community"],
    },
  },
  iri: "https://schema.org/Person",
  color: "#7a4a8c",
});

export const country = defineKind({
  label: "country",
  plural: "countries",
  description: "A country as in ISO 3166-1",
  attributes: {
    ...place,
    iso2: { type: "text", description: "ISO 3166-1 alpha-2 code" },
    iso3: { type: "text", description: "ISO 3166-1 alpha-3 code" },
  },
  iri: "https://schema.org/Country",
  color: "#2f6f9f",
});

export const organization = defineKind({
  label: "organization",
  plural: "organizations",
  description: "A body that acts: government, party body, company, outlet, university, group of any of these",
  attributes: {
    ...place,
    sector: {
      type: "text",
      description: "What sort of body",
      values: [
        "government",
        "party",
        "legislature",
        "company",
        "media",
        "academic",
        "international",
        "group",
        "other",
      ],
    },
  },
  iri: "https://schema.org/Organization",
  color: "#5a5f8f",
});

export const event = defineKind({
  label: "event",
  plural: "events",
  description: "Something that takes place: expo, press conference, visit, session, flight, earthquake",
  attributes: { ...place, edition: { type: "text", description: "Ordinal or year of a recurring event" } },
  iri: "https://schema.org/Event",
  color: "#a63d57",
});

export const route = defineKind({
  label: "route",
  plural: "routes",
  description: "A way between places: railway, highway, corridor, train service, flight",
  attributes: {
    mode: {
      type: "text",
      description: "What moves on it",
      values: ["rail", "road", "air", "pipeline", "power line", "multimodal"],
    },
  },
  iri: "https://schema.org/Trip",
  color: "#3d3d3d",
});

export const policy = defineKind({
  label: "policy",
  plural: "policies",
  description: "A strategy, programme, plan, rule, agreement, model or named aim",
  attributes: {
    form: {
      type: "text",
      description: "What sort of policy",
      values: [
        "strategy",
        "programme",
        "plan",
        "rule",
        "agreement",
        "sanctions",
        "publication",
        "model",
        "aim",
        "campaign",
      ],
    },
  },
  iri: "https://schema.org/Legislation",
  color: "#6b7f2a",
});

export const indicator = defineKind({
  label: "indicator",
  plural: "indicators",
  description: "What a figure measures, with its definition. It joins nothing: paths do not pass through it",
  attributes: {
    measure: {
      type: "text",
      description: "A stock is a state; flow, change, growth, share and rate are measured over a period",
      values: MEASURES,
      required: true,
    },
    unit: {
      type: "text",
      description: "Unit in which it is usually given: ISO 4217 for money, UCUM for the rest, mu, jin",
    },
    definition: { type: "text", description: "What is counted, in the editors' words" },
    of: {
      type: "reference",
      kinds: ["indicator"],
      description: "The level that a growth, change, share or rate is of",
    },
    whole: { type: "reference", description: "The entity whose level is the whole of a share" },
    wholeIndicator: {
      type: "reference",
      kinds: ["indicator"],
      description: "The whole's indicator, where it is not `of`",
    },
    base: {
      type: "text",
      description: "What a growth is measured against",
      values: GROWTH_BASES,
    },
    basis: { type: "text", description: "Prices", values: PRICE_BASES },
    comparableTo: {
      type: "references",
      kinds: ["indicator"],
      description: "Indicators near enough to be set side by side, but not the same",
    },
    per: {
      type: "text",
      description:
        "The stretch of time that a figure is for, where it is not the claim's own time: a year, a month",
      values: ["P1D", "P1W", "P1M", "P3M", "P1Y"],
    },
    sumOf: {
      type: "references",
      kinds: ["indicator"],
      description: "Indicators whose figures add up to this one's",
    },
  },
  iri: "http://www.w3.org/ns/sosa/ObservableProperty",
  color: "#808080",
});

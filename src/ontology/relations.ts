/**
 * The relations of the bundled ontology, one object each: what may stand at either end, how time works, how it reads.
 */
import { defineRelation } from "./define.ts";

const IRI = "https://xinjiang-graph.invalid/relation/";
const FIELD = { type: "text", description: "Field or matter, in a few words" } as const;

/* ---- Place ---- */

export const locatedIn = defineRelation({
  label: "lies in",
  inverse: "contains",
  inverseLabel: "contains",
  description: "A place, port, work, body or way lies within a place",
  between: {
    region: ["region", "country"],
    port: ["region", "country"],
    project: ["region", "country", "port"],
    organization: ["region", "country"],
    route: ["region", "country"],
    country: ["region"],
  },
  time: "state",
  path: true,
  quantity: "none",
  template: "{subject} lies in {object}",
  iri: `${IRI}locatedIn`,
});

export const capitalOf = defineRelation({
  label: "is the capital of",
  inverse: "hasCapital",
  inverseLabel: "has the capital",
  description: "A city is the seat of a region or country",
  between: { region: ["region", "country"] },
  time: "state",
  path: true,
  quantity: "none",
  template: "{subject} is the capital of {object}",
  iri: `${IRI}capitalOf`,
});

export const borders = defineRelation({
  label: "borders",
  inverse: "borders",
  inverseLabel: "borders",
  description: "Two regions or countries share a border",
  between: { region: ["region", "country"], country: ["region", "country"] },
  symmetric: true,
  time: "state",
  path: true,
  quantity: "none",
  template: "{subject} borders {object}",
  iri: `${IRI}borders`,
});

export const opensTo = defineRelation({
  label: "opens to",
  inverse: "reachedThrough",
  inverseLabel: "is reached through",
  description: "A port gives on to a country across the border",
  between: { port: ["country"] },
  time: "state",
  path: true,
  quantity: "none",
  functional: { key: [], value: "object" },
  template: "{subject} opens to {object}",
  iri: `${IRI}opensTo`,
});

export const connects = defineRelation({
  label: "connects",
  inverse: "connectedBy",
  inverseLabel: "is connected by",
  description: "A way, port, zone, work or policy joins a place: one claim for each end",
  between: {
    route: ["region", "country", "port"],
    port: ["region", "country", "port"],
    project: ["region", "country", "port"],
    region: ["region", "country", "port"],
  },
  attributes: {
    role: { type: "text", description: "Which end", values: ["origin", "destination", "end", "via"] },
  },
  time: "state",
  path: true,
  quantity: "none",
  template: "{subject} connects {object}[ ({role})]",
  iri: `${IRI}connects`,
});

export const passesThrough = defineRelation({
  label: "passes through",
  inverse: "traversedBy",
  inverseLabel: "is traversed by",
  description: "A way or service runs through a place or port",
  between: { route: ["region", "country", "port"] },
  time: "state",
  path: true,
  quantity: "none",
  template: "{subject} passes through {object}",
  iri: `${IRI}passesThrough`,
});

/* ---- Composition ---- */

export const partOf = defineRelation({
  label: "is part of",
  inverse: "hasPart",
  inverseLabel: "has part",
  description: "A zone of its parts, a body of a larger body, a project of a programme, an event of a series",
  between: {
    region: ["region", "project", "policy"],
    project: ["project", "policy", "region"],
    policy: ["policy"],
    organization: ["organization"],
    event: ["event"],
    route: ["route", "policy", "project"],
    port: ["port", "region"],
  },
  attributes: { role: { type: "text", description: "As what: signature project, core …" } },
  time: "state",
  path: true,
  quantity: "none",
  template: "{subject} is part of {object}[, as {role}]",
  iri: `${IRI}partOf`,
});

export const memberOf = defineRelation({
  label: "is a member of",
  inverse: "hasMember",
  inverseLabel: "has member",
  description: "A member of a body or of a group named together (two airports jointly, nineteen provinces)",
  between: {
    country: ["organization", "region"],
    region: ["region", "organization"],
    port: ["port"],
    organization: ["organization"],
    official: ["organization"],
    project: ["project"],
  },
  time: "state",
  path: true,
  quantity: "none",
  template: "{subject} is a member of {object}",
  iri: `${IRI}memberOf`,
});

/* ---- People and bodies ---- */

export const holdsOffice = defineRelation({
  label: "holds office in",
  inverse: "hasOfficeHolder",
  inverseLabel: "has office holder",
  description: "A person holds a post in a body",
  between: { official: ["organization", "region", "project"] },
  attributes: {
    role: { type: "text", required: true, description: "The post, as the source words it: chairman" },
  },
  time: "state",
  path: true,
  quantity: "none",
  template: "{subject} is {role} of {object}",
  office: "{role} of {object}",
  iri: `${IRI}holdsOffice`,
});

export const visited = defineRelation({
  label: "visited",
  inverse: "visitedBy",
  inverseLabel: "was visited by",
  description: "A person or body went to a place, alone, leading or within a delegation",
  between: { official: ["region", "country"], organization: ["region", "country"] },
  attributes: { capacity: { type: "text", description: "Led a delegation, invited guest …" } },
  time: "event",
  path: true,
  quantity: "optional",
  template: "{subject} visited {object}[ ({capacity})]",
  iri: `${IRI}visited`,
});

export const operates = defineRelation({
  label: "operates",
  inverse: "operatedBy",
  inverseLabel: "is operated by",
  description: "A body runs a work, way, port, zone or event",
  between: { organization: ["project", "route", "port", "region", "event"] },
  time: "state",
  path: true,
  quantity: "none",
  template: "{subject} operates {object}",
  iri: `${IRI}operates`,
});

export const investsIn = defineRelation({
  label: "invests in",
  inverse: "investedInBy",
  inverseLabel: "receives investment from",
  description: "A body puts money or a branch into a place or work",
  between: {
    organization: ["region", "country", "project"],
    country: ["region", "project"],
    region: ["region", "country", "project"],
  },
  attributes: { field: FIELD },
  time: "state",
  path: true,
  quantity: "optional",
  template: "{subject} invests in {object}[ ({field})]",
  iri: `${IRI}investsIn`,
});

export const cooperatesWith = defineRelation({
  label: "cooperates with",
  inverse: "cooperatesWith",
  inverseLabel: "cooperates with",
  description: "Exchange or cooperation between two parties in a named field",
  between: {
    region: ["region", "country", "organization"],
    country: ["region", "country", "organization"],
    organization: ["region", "country", "organization"],
  },
  symmetric: true,
  attributes: { field: FIELD },
  time: "state",
  path: true,
  quantity: "none",
  template: "{subject} cooperates with {object}[ on {field}]",
  iri: `${IRI}cooperatesWith`,
});

export const assists = defineRelation({
  label: "assists",
  inverse: "assistedBy",
  inverseLabel: "is assisted by",
  description: "Pairing assistance and other support given to a place",
  between: { region: ["region"], organization: ["region"], official: ["region"] },
  attributes: { programme: { type: "reference", kinds: ["policy"], description: "Under which programme" } },
  time: "state",
  path: true,
  quantity: "optional",
  template: "{subject} assists {object}[ under {programme}]",
  iri: `${IRI}assists`,
});

export const exportsTo = defineRelation({
  label: "exports to",
  inverse: "importsFrom",
  inverseLabel: "imports from",
  description: "Goods or services go to a place; a figure is that one deal's",
  between: {
    region: ["region", "country"],
    organization: ["region", "country", "organization"],
    official: ["region", "country", "organization"],
    project: ["region", "country"],
    country: ["region", "country"],
  },
  attributes: { goods: { type: "text", description: "What goods" } },
  time: "state",
  path: true,
  quantity: "optional",
  template: "{subject} exports [{goods} ]to {object}",
  iri: `${IRI}exportsTo`,
});

export const signedWith = defineRelation({
  label: "signed with",
  inverse: "hasSignatory",
  inverseLabel: "signed with",
  description: "A party signed a contract or agreement with another",
  between: {
    official: ["organization", "country"],
    organization: ["organization", "country"],
    region: ["country", "region", "organization"],
    country: ["country"],
  },
  attributes: { matter: { type: "text", description: "What was signed: export order …" } },
  time: "event",
  path: true,
  quantity: "optional",
  template: "{subject} signed [{matter} ]with {object}",
  iri: `${IRI}signedWith`,
});

export const criticizes = defineRelation({
  label: "criticizes",
  inverse: "criticizedBy",
  inverseLabel: "is criticized by",
  description:
    "A party is said to speak against another on a matter. A citation that `denies` denies what was said, not that it was said",
  between: { organization: ["region", "country", "organization", "policy"], country: ["region", "country"] },
  attributes: {
    matter: { type: "text", description: "On what" },
    characterizedAs: { type: "text", description: "The source's own word for it" },
  },
  time: "state",
  path: false,
  quantity: "none",
  template: "{subject} criticizes {object}[ on {matter}]",
  denial: "what is said of {object} by {subject}[ on {matter}]",
  iri: `${IRI}criticizes`,
});

export const sanctions = defineRelation({
  label: "sanctions",
  inverse: "sanctionedBy",
  inverseLabel: "is sanctioned by",
  description: "A party imposes sanctions that touch a place, body or its goods",
  between: {
    country: ["region", "country", "organization"],
    organization: ["region", "country", "organization"],
  },
  attributes: { goods: { type: "text", description: "What goods or persons" } },
  time: "state",
  path: false,
  quantity: "none",
  template: "{subject} sanctions {object}[ ({goods})]",
  iri: `${IRI}sanctions`,
});

/* ---- Events ---- */

export const takesPlaceIn = defineRelation({
  label: "takes place in",
  inverse: "siteOf",
  inverseLabel: "is the site of",
  description: "Where and when an event takes place",
  between: { event: ["region", "country", "port"] },
  time: "event",
  path: true,
  quantity: "none",
  functional: { key: ["object"], value: "valid" },
  template: "{subject} takes place in {object}",
  iri: `${IRI}takesPlaceIn`,
});

export const hosts = defineRelation({
  label: "hosts",
  inverse: "hostedBy",
  inverseLabel: "is hosted by",
  description: "A place or body holds an event",
  between: { region: ["event"], organization: ["event"], country: ["event"] },
  time: "event",
  path: true,
  quantity: "none",
  template: "{subject} hosts {object}",
  iri: `${IRI}hosts`,
});

export const participatesIn = defineRelation({
  label: "takes part in",
  inverse: "hasParticipant",
  inverseLabel: "has participant",
  description: "Who took part in an event, as what",
  between: {
    official: ["event"],
    organization: ["event"],
    country: ["event"],
    region: ["event"],
    project: ["event"],
  },
  attributes: { role: { type: "text", description: "Speaker, moderator, exhibitor, observer …" } },
  time: "event",
  path: true,
  quantity: "optional",
  template: "{subject} takes part in {object}[ as {role}]",
  iri: `${IRI}participatesIn`,
});

/* ---- Policy and making ---- */

export const concerns = defineRelation({
  label: "concerns",
  inverse: "concernOf",
  inverseLabel: "is a concern of",
  description: "What a policy, event or agreement is about or applies to",
  between: {
    policy: ["region", "country", "project", "port", "organization", "policy", "route", "event"],
    event: ["region", "country", "project", "policy", "organization", "port", "route"],
  },
  attributes: { field: FIELD },
  time: "state",
  path: true,
  quantity: "none",
  template: "{subject} concerns {object}[ ({field})]",
  iri: `${IRI}concerns`,
});

export const implementsPolicy = defineRelation({
  label: "carries out",
  inverse: "carriedOutBy",
  inverseLabel: "is carried out by",
  description: "A place, body, work, way or policy carries out or serves a policy",
  between: {
    region: ["policy"],
    organization: ["policy"],
    project: ["policy"],
    port: ["policy"],
    route: ["policy"],
    policy: ["policy"],
    official: ["policy"],
    country: ["policy"],
    event: ["policy"],
  },
  attributes: { field: FIELD },
  time: "state",
  path: true,
  quantity: "none",
  template: "{subject} carries out {object}[ ({field})]",
  iri: `${IRI}implementsPolicy`,
});

export const proposes = defineRelation({
  label: "proposes",
  inverse: "proposedBy",
  inverseLabel: "is proposed by",
  description: "Who put forward, decided or asked for a policy, zone or work",
  between: {
    organization: ["policy", "region", "project", "route", "event"],
    official: ["policy", "region", "project"],
    policy: ["policy", "project", "region"],
  },
  time: "event",
  path: true,
  quantity: "none",
  template: "{subject} proposes {object}",
  iri: `${IRI}proposes`,
});

export const issues = defineRelation({
  label: "issues",
  inverse: "issuedBy",
  inverseLabel: "is issued by",
  description: "A body issues, formulates or publishes a policy or document",
  between: { organization: ["policy"], region: ["policy"], official: ["policy"], event: ["policy"] },
  time: "event",
  path: true,
  quantity: "none",
  template: "{subject} issues {object}",
  iri: `${IRI}issues`,
});

export const approves = defineRelation({
  label: "approves",
  inverse: "approvedBy",
  inverseLabel: "is approved by",
  description: "A body gives its approval",
  between: { organization: ["region", "port", "policy", "project", "route"] },
  time: "event",
  path: true,
  quantity: "none",
  template: "{subject} approves {object}",
  iri: `${IRI}approves`,
});

export const announces = defineRelation({
  label: "announces",
  inverse: "announcedBy",
  inverseLabel: "is announced by",
  description: "A person or body makes known or invites to something",
  between: {
    official: ["event", "policy", "project", "route", "region", "port"],
    organization: ["event", "policy", "project", "route", "region", "port"],
  },
  attributes: { matter: { type: "text", description: "What is announced of it, in the editors' words" } },
  time: "event",
  path: true,
  quantity: "none",
  template: "{subject} announces {object}[: {matter}]",
  iri: `${IRI}announces`,
});

export const develops = defineRelation({
  label: "develops",
  inverse: "developedBy",
  inverseLabel: "is developed by",
  description: "A place or body plans, builds or promotes something; the status says how far it has come",
  between: {
    region: ["project", "route", "port", "region", "policy"],
    organization: ["project", "route", "port", "region", "policy", "event"],
    country: ["project", "route", "port", "region"],
    policy: ["project", "route", "port", "region"],
  },
  attributes: { aim: { type: "text", description: "Into or for what, in the editors' words" } },
  time: "state",
  path: true,
  quantity: "optional",
  template: "{subject} develops {object}[ ({aim})]",
  iri: `${IRI}develops`,
});

export const milestoneIn = defineRelation({
  label: "reached a milestone in",
  inverse: "sawMilestoneOf",
  inverseLabel: "saw a milestone of",
  description: "Something was set up, approved, started, opened, moved or completed, and where",
  between: {
    region: ["region", "country"],
    project: ["region", "country"],
    port: ["region", "country"],
    route: ["region", "country"],
    organization: ["region", "country"],
    policy: ["region", "country"],
  },
  attributes: {
    stage: {
      type: "text",
      required: true,
      description: "Which milestone",
      values: [
        "proposed",
        "approved",
        "established",
        "launched",
        "started operations",
        "construction started",
        "opened",
        "completed",
        "entered the market",
        "moved headquarters",
        "took effect",
        "transformed",
      ],
    },
  },
  time: "event",
  path: true,
  quantity: "none",
  functional: { key: ["stage", "object"], value: "valid" },
  template: "{subject}: {stage} in {object}",
  iri: `${IRI}milestoneIn`,
});

/* ---- Figures and ranks ---- */

export const observed = defineRelation({
  label: "observed",
  inverse: "observedOf",
  inverseLabel: "is observed of",
  description: "A figure of an entity on an indicator, over a period or at a time",
  between: {
    region: ["indicator"],
    port: ["indicator"],
    project: ["indicator"],
    official: ["indicator"],
    country: ["indicator"],
    organization: ["indicator"],
    event: ["indicator"],
    route: ["indicator"],
    policy: ["indicator"],
  },
  time: "measured",
  path: false,
  quantity: "required",
  functional: { key: ["object", "scope"], value: "quantity" },
  template: "{object} of {subject}",
  iri: `${IRI}observed`,
});

export const ranked = defineRelation({
  label: "ranks within",
  inverse: "ranks",
  inverseLabel: "ranks",
  description:
    "A rank or superlative among the things of a place: first in the north-west, among the top five nationwide",
  between: {
    region: ["region", "country"],
    port: ["region", "country"],
    project: ["region", "country"],
    route: ["region", "country"],
    organization: ["region", "country"],
    event: ["region", "country"],
    policy: ["region", "country"],
    official: ["region", "country"],
  },
  attributes: {
    rank: { type: "integer", required: true, description: "Place in the order, 1 for first" },
    orBetter: { type: "boolean", description: "True where the source says `among the top n`" },
    field: { type: "text", required: true, description: "What is ranked, in the editors' words" },
    by: {
      type: "reference",
      kinds: ["indicator"],
      description: "The indicator ranked by, where there is one",
    },
    among: {
      type: "text",
      description: "What it is ranked among, if not the things of the object: its own years …",
    },
  },
  time: "period",
  path: false,
  quantity: "none",
  functional: { key: ["object", "field"], value: "rank", upTo: "orBetter" },
  template: "{subject} ranks number {rank}[ or better{orBetter}] in {object} by {field}[ among {among}]",
  iri: `${IRI}ranked`,
});

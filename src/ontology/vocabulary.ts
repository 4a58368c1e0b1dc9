/**
 * The closed lists that are the same in every ontology: how sure a claim is, in whose voice a passage speaks,
 * what class of publisher printed it. Adding a word here is a new version of the record format.
 */

/** How far the thing claimed has come, in the words of the source. A plan is never `actual`. */
export const CLAIM_STATUSES = ["actual", "ongoing", "planned", "expected", "target"] as const;
/** One of {@link CLAIM_STATUSES}. */
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** In whose voice a passage speaks. `asked` is the premise of a question; `captioned` stands under a picture. */
export const VOICES = ["quoted", "paraphrased", "narrated", "asked", "captioned"] as const;
/** One of {@link VOICES}. */
export type Voice = (typeof VOICES)[number];

/** What a passage does with the claim. `reports`: passes it on as somebody else's. */
export const STANCES = ["asserts", "denies", "reports"] as const;
/** One of {@link STANCES}. */
export type Stance = (typeof STANCES)[number];

/** Kinds of publisher. A class is a description with a date and an author, not a score of trust. */
export const PUBLISHER_CLASSES = [
  "government",
  "state media",
  "party media",
  "independent media",
  "academic",
  "company",
  "international organization",
  "open data",
  "other",
] as const;
/** One of {@link PUBLISHER_CLASSES}. */
export type PublisherClass = (typeof PUBLISHER_CLASSES)[number];

/** How a figure was qualified in its source. */
export const COMPARATORS = ["=", ">", ">=", "<", "<=", "~", "nearly"] as const;
/** One of {@link COMPARATORS}. */
export type Comparator = (typeof COMPARATORS)[number];

/** What kind of measurement an indicator is. A `stock` is a state, the others are measured over a period. */
export const MEASURES = ["stock", "flow", "change", "growth", "share", "rate"] as const;

/** What a growth figure is measured against. */
export const GROWTH_BASES = ["year-on-year", "average-annual", "since", "unstated"] as const;

/** Prices in which a money figure or its growth is counted. */
export const PRICE_BASES = ["nominal", "real", "unstated"] as const;

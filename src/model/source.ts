/**
 * Sources: the documents that claims are cited from, with who published them and when.
 */
import type { PublisherClass } from "../ontology/vocabulary.ts";

/** Who published a source. The class describes; it is no score of trust. */
export interface Publisher {
  readonly name: string;
  readonly owner?: string;
  readonly class: PublisherClass;
  /** Who judged the class, and on which day (EDTF). */
  readonly classifiedBy: string;
  readonly classifiedOn: string;
  /** Why, in a few words. */
  readonly classNote?: string;
}

/** One document. Dates are EDTF; `published` is when it could first be read, `held` when its words were spoken. */
export interface Source {
  readonly id: string;
  readonly title: string;
  /** Language of the title, BCP 47. */
  readonly titleLang?: string;
  /** True where the document bears no title and the editors gave one. */
  readonly titleByEditors?: boolean;
  readonly publisher: Publisher;
  /** Where the text was read, if not at the publisher's: a reprint's host. */
  readonly host?: string;
  readonly authors?: readonly string[];
  readonly genre: string;
  /** Language of the text that was read, BCP 47. */
  readonly language: string;
  /** Language in which the words were first spoken or written, where it differs. */
  readonly translatedFrom?: string;
  readonly url?: string;
  readonly published: string;
  /** How the date is known. */
  readonly dateEvidence?: string;
  /** Day on which the text was read; from it on the source is certainly published. */
  readonly accessed: string;
  readonly held?: string;
  /** Id of the source that this one reprints or repeats. */
  readonly reprintOf?: string;
  readonly derivedFrom?: string;
  /** The text that offsets count in: its length in UTF-16 units and the SHA-256 of its normalised form. */
  readonly text?: { readonly length: number; readonly sha256: string };
}

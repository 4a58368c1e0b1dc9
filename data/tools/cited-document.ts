/**
 * A document together with the citations into it: which claims cite a number or a capitalised name that stands there.
 */
import type { ClaimRecord } from "../../src/model/claim.ts";
import type { EntityRecord } from "../../src/model/entity.ts";
import type { DatasetRecords } from "../../src/model/record.ts";
import type { Source } from "../../src/model/source.ts";
import { type Carried, carriedBy, carriesNumber, speakerTexts } from "./carried.ts";
import { type NumberToken, numbersIn } from "./figures.ts";
import { type FoldedText, foldText, holds, type NameWord, occurrencesOf, type Span } from "./names.ts";

/** A number or a word of a name, and the ids of the claims that cite it. */
export interface Unit extends Span {
  readonly by: readonly string[];
}

/** Stands among claim ids for the source's own title, authors, publisher, host and dates. */
export const OWN = "the source itself";

/** One citation as the audit needs it: its stretch of the document and what its claim carries. */
interface Bearer extends Span {
  readonly claim: string;
  readonly carried: Carried;
  readonly texts: readonly string[];
}

/** A document with the citations into it: asks what cites a number or a name. */
export class CitedDocument {
  private readonly text: string;
  private readonly folded: FoldedText;
  private readonly bearers: readonly Bearer[];
  private readonly own: readonly Span[];
  private readonly labels: readonly Span[];
  private readonly places = new Map<string, readonly Span[]>();
  private readonly foldedNames = new Map<string, FoldedText>();

  constructor(source: Source, text: string, records: Pick<DatasetRecords, "entities" | "claims">) {
    this.text = text;
    this.folded = foldText(text);
    this.bearers = bearersOf(source.id, records);
    const { title, publisher, host, authors = [], published, held } = source;
    const own = [title, publisher.name, publisher.owner, host, ...authors, published, held];
    this.own = own.flatMap((words) => (words === undefined ? [] : this.placesOf(words)));
    this.labels = labelsIn(text);
  }

  /** Ids of the claims that carry a number on a passage that covers it. */
  citingNumber(number: NumberToken): readonly string[] {
    const claims = this.covering(number)
      .filter((bearer) => carriesNumber(bearer.carried, number, this.text))
      .map((bearer) => bearer.claim);
    return claims.length > 0 ? unique(claims) : this.citingOtherwise(number);
  }

  /** The words of a run with what cites each: a name that stands there, or one that holds what remains of the run. */
  citingName(run: readonly NameWord[]): Unit[] {
    const units = run.map((word) => {
      const claims = this.covering(word).filter((bearer) =>
        bearer.texts.some((name) => this.placesOf(name).some((place) => holds(place, word))),
      );
      const by = claims.length > 0 ? unique(claims.map(({ claim }) => claim)) : this.citingOtherwise(word);
      return { start: word.start, end: word.end, by };
    });
    let from = 0;
    while (from < run.length) {
      let to = from;
      while (to < run.length && units[to]!.by.length === 0) to += 1;
      this.citeRest(run, units, from, to);
      from = to + 1;
    }
    return units;
  }

  /** Cites words `from` to `to` of a run by claims with a name that contains them; parts them where none does. */
  private citeRest(run: readonly NameWord[], units: Unit[], from: number, to: number): void {
    if (from >= to) return;
    const span = { start: run[from]!.start, end: run[to - 1]!.end };
    const words = this.text.slice(span.start, span.end);
    const claims = this.covering(span)
      .filter((bearer) => this.containedIn(words, bearer))
      .map((bearer) => bearer.claim);
    if (claims.length > 0) {
      for (let i = from; i < to; i++) units[i] = { ...units[i]!, by: unique(claims) };
      return;
    }
    const joint = weakestJoint(run, from, to);
    if (joint === undefined) return;
    this.citeRest(run, units, from, joint);
    this.citeRest(run, units, joint, to);
  }

  private covering(span: Span): Bearer[] {
    return this.bearers.filter((bearer) => holds(bearer, span));
  }

  /** What cites a word apart from claims on its passage: the source's own data, or being a label of who speaks next. */
  private citingOtherwise(span: Span): readonly string[] {
    if (this.own.some((place) => holds(place, span))) return [OWN];
    const index = this.labels.findIndex((label) => holds(label, span));
    const label = this.labels[index];
    if (!label) return [];
    const section = { start: label.end, end: this.labels[index + 1]?.start ?? this.text.length };
    const name = this.text.slice(label.start, label.end);
    const speaking = this.bearers.filter(
      (bearer) => holds(section, bearer) && this.containedIn(name, bearer),
    );
    return unique(speaking.map((bearer) => bearer.claim));
  }

  private placesOf(name: string): readonly Span[] {
    const known = this.places.get(name);
    if (known) return known;
    const places = occurrencesOf(name, this.folded);
    this.places.set(name, places);
    return places;
  }

  /** Whether one of a citation's texts contains the words. */
  private containedIn(words: string, bearer: Bearer): boolean {
    return bearer.texts.some((text) => {
      const folded = this.foldedNames.get(text) ?? foldText(text);
      this.foldedNames.set(text, folded);
      return occurrencesOf(words, folded).length > 0;
    });
  }
}

function bearersOf(
  source: string,
  { claims, entities }: Pick<DatasetRecords, "entities" | "claims">,
): Bearer[] {
  const byId = new Map<string, EntityRecord>(entities.map((entity) => [entity.id, entity]));
  const bearers: Bearer[] = [];
  for (const claim of claims as readonly ClaimRecord[]) {
    const citations = claim.citations.filter((citation) => citation.source === source);
    if (citations.length === 0) continue;
    const carried = carriedBy(claim, byId);
    for (const citation of citations) {
      if (citation.start === undefined || citation.end === undefined) continue;
      const speaker = speakerTexts(citation, byId);
      const digits = new Set(speaker.flatMap((words) => numbersIn(words).map((number) => number.digits)));
      bearers.push({
        claim: claim.id,
        start: citation.start,
        end: citation.end,
        carried: { ...carried, digits: new Set([...carried.digits, ...digits]) },
        texts: [...carried.texts, ...speaker],
      });
    }
  }
  return bearers;
}

/** Labels of who speaks: lines that hold nothing but words of a name and a colon. */
function labelsIn(text: string): Span[] {
  return Array.from(text.matchAll(/^[^\S\n]*([^\n:]{2,60}):[^\S\n]*$/gm), (match) => {
    const start = match.index + match[0].indexOf(match[1]!);
    return { start, end: start + match[1]!.length };
  });
}

/** Where to part words `from` to `to`: at an "and" sooner than at a bracket, an "of", a hyphen; never at a space. */
function weakestJoint(run: readonly NameWord[], from: number, to: number): number | undefined {
  for (const joint of [/and|&/, /[()]/, /of|the/, /[-–.]/]) {
    for (let i = from + 1; i < to; i++) if (joint.test(run[i]!.joint)) return i;
  }
  return undefined;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/**
 * Claims by source.
 */
import type { Citation } from "../model/citation.ts";
import { growArray } from "./column-store.ts";

/** Claim numbers by source id, ascending as long as claims are added in order of number. */
export class SourceIndex {
  private readonly lists = new Map<string, { claims: Int32Array; length: number }>();

  add(number: number, citations: readonly Pick<Citation, "source">[]): void {
    for (const { source } of citations) {
      const list = this.lists.get(source);
      if (!list) this.lists.set(source, { claims: Int32Array.of(number), length: 1 });
      else if (list.claims[list.length - 1] !== number) {
        list.claims = growArray(list.claims, list.length + 1);
        list.claims[list.length] = number;
        list.length += 1;
      }
    }
  }

  /** Numbers of the claims that cite the source, without those of which `isThere` says no. A view. */
  get(source: string, isThere?: (claim: number) => boolean): Int32Array {
    const list = this.lists.get(source);
    if (!list) return EMPTY;
    const claims = list.claims.subarray(0, list.length);
    if (!isThere || claims.every(isThere)) return claims;
    list.claims = claims.filter(isThere);
    list.length = list.claims.length;
    return list.claims;
  }
}

const EMPTY = new Int32Array(0);

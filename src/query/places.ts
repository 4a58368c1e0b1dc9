/**
 * The order in which numbers first came, for any number of them: each is found again by looking while they are few, in a
 * map when they are many. Most steps of a query come to a handful of entities, for which a map is a waste.
 */
export class Places {
  private readonly numbers: number[] = [];
  private places: Map<number, number> | undefined;

  /** Whether the number is new, and so now has a place. */
  add(number: number): boolean {
    if (this.placeOf(number) >= 0) return false;
    this.numbers.push(number);
    this.places?.set(number, this.numbers.length - 1);
    if (this.numbers.length === FEW) this.places = new Map(this.numbers.map((one, place) => [one, place]));
    return true;
  }

  /** The number's place, or -1. */
  placeOf(number: number): number {
    return this.places ? (this.places.get(number) ?? -1) : this.numbers.indexOf(number);
  }
}

const FEW = 12;

/**
 * The last values made for numbers: as many as it has places, so that repeated questions cost nothing and memory stays
 * bounded.
 */
export class NumberCache<T> {
  /** What is kept at each place; empty until something is asked for, for many graphs are asked for little. */
  private numbers = new Int32Array(0);
  private values: (T | undefined)[] = [];
  private readonly mask: number;

  /** @param places a power of two */
  constructor(
    places: number,
    private readonly make: (number: number) => T,
  ) {
    this.mask = places - 1;
  }

  get(number: number): T {
    const place = number & this.mask;
    return this.numbers[place] === number ? (this.values[place] as T) : this.fill(place, number);
  }

  private fill(place: number, number: number): T {
    if (this.values.length === 0) {
      this.numbers = new Int32Array(this.mask + 1).fill(-1);
      this.values = new Array(this.mask + 1).fill(undefined);
    }
    const value = this.make(number);
    this.numbers[place] = number;
    this.values[place] = value;
    return value;
  }
}

/** The least power of two that is not below `count`, at most `most`. */
export function placesFor(count: number, most: number): number {
  let places = 16;
  while (places < count && places < most) places *= 2;
  return places;
}

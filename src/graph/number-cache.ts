/**
 * The last values made for numbers: as many as it has places, so that repeated questions cost nothing and memory stays
 * bounded.
 */
export class NumberCache<T> {
  private readonly numbers: Int32Array;
  private readonly values: (T | undefined)[];
  private readonly mask: number;

  /** @param places a power of two */
  constructor(
    places: number,
    private readonly make: (number: number) => T,
  ) {
    this.numbers = new Int32Array(places).fill(-1);
    this.values = new Array(places).fill(undefined);
    this.mask = places - 1;
  }

  get(number: number): T {
    const place = number & this.mask;
    if (this.numbers[place] === number) return this.values[place] as T;
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

/**
 * Numbers set against entities for the length of one query, in an array that is kept from query to query: clearing it
 * costs nothing, so a query costs what it touches and not the graph.
 */

/** Not to be used across two queries at once: whoever begins anew takes away the other's marks. */
export class EntityMarks {
  private values = new Int32Array(0);
  private rounds = new Int32Array(0);
  private round = 0;

  /** Begins a query over entities 0 to `count` - 1, none of which has a number. */
  begin(count: number): void {
    if (this.values.length < count) {
      this.values = new Int32Array(count + (count >> 2));
      this.rounds = new Int32Array(this.values.length);
      this.round = 0;
    }
    this.round += 1;
    if (this.round < 2 ** 31) return;
    this.rounds.fill(0);
    this.round = 1;
  }

  /** Whether the entity has a number in this query. */
  has(entity: number): boolean {
    return this.rounds[entity] === this.round;
  }

  /** The entity's number, or -1. */
  get(entity: number): number {
    return this.rounds[entity] === this.round ? (this.values[entity] as number) : -1;
  }

  set(entity: number, value: number): void {
    this.rounds[entity] = this.round;
    this.values[entity] = value;
  }
}

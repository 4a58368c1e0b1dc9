/**
 * Objects without fields that have no value: an optional field is absent, never `undefined`.
 */

/** What {@link present} leaves: fields that may be `undefined` become optional. */
export type Present<T> = {
  readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/**
 * A copy without the fields that are `undefined`.
 *
 * @example
 * present({ a: 1, b: undefined }); // { a: 1 }
 */
export function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}

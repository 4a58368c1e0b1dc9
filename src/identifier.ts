/**
 * Identifiers of entities, claims and sources: short text that survives files, addresses and object keys.
 */

/** Keys that would reach an object's prototype. They are refused by name, never dropped. */
const RESERVED = /(?:^|\/)(?:__proto__|prototype|constructor)(?:\/|$)/;

const LONGEST = 256;

/**
 * Why a text cannot be an identifier, or `undefined` if it can.
 * An identifier is 1 to 256 UTF-16 units without white space, control characters or lone surrogates, and is not
 * `__proto__`, `prototype` or `constructor`.
 *
 * @example
 * identifierProblem("port/horgos-road"); // undefined
 * identifierProblem("__proto__"); // "is reserved by JavaScript"
 */
export function identifierProblem(text: string): string | undefined {
  if (text.length === 0) return "is empty";
  if (text.length > LONGEST) return `has ${text.length} characters, more than ${LONGEST}`;
  if (RESERVED.test(text)) return "is reserved by JavaScript";
  if (/[\s\p{Cc}\p{Cs}]/u.test(text)) return "holds white space, a control character or half a character";
  return undefined;
}

/**
 * The part before the first slash, or `undefined` where there is none.
 *
 * @example
 * identifierPrefix("port/horgos-road"); // "port"
 */
export function identifierPrefix(id: string): string | undefined {
  const slash = id.indexOf("/");
  return slash > 0 ? id.slice(0, slash) : undefined;
}

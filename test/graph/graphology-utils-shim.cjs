/** The one function of graphology's unpublished `src/utils` that its published specs use. */
exports.map = function* map(iterator, mapper) {
  for (const value of iterator) yield mapper(value);
};

/** The limit: see `../limit.mjs`. */
import { buildLimit, limitAnswers } from "../limit.mjs";

export const engine = {
  build: buildLimit,
  answers: limitAnswers,
};

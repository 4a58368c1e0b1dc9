/** graphology with the days of claims worked out beforehand: see `graphology.mjs`. */
import { engineOf } from "./graphology.mjs";

export const engine = engineOf(true);

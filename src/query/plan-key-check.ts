/**
 * Checks what a plan orders and groups by.
 */
import { show } from "../errors.ts";
import { isPlainObject } from "../model/shape.ts";
import type { AttributeDescriptor } from "../ontology/define.ts";
import { declaredBy, unknownClaimTest } from "./claim-tests.ts";
import { attributesOf, unknownAttribute } from "./entity-tests.ts";
import type { Standing } from "./standing.ts";
import { checkFields, isCount, type PlanReport, refusesFunction } from "./value-tests.ts";

const OF_ENTITY = ["id", "label", "kind"];
const OF_CLAIM = ["quantity", "start", "end", "status"];

/** Reports every problem of a key. */
export function checkKey(
  key: unknown,
  at: Standing,
  path: string,
  report: PlanReport,
  more: readonly string[] = [],
): void {
  if (refusesFunction(key, path, report)) return;
  if (!isPlainObject(key) || (key.claim === undefined) === (key.attribute === undefined)) {
    const message = `Found ${show(key)}, expected { attribute, step? } or { claim }.`;
    return report({ code: "plan/invalid-key", path, message });
  }
  checkFields(key, [...(key.claim === undefined ? ["attribute", "step"] : ["claim"]), ...more], path, report);
  checkOrder(key.order, path, report);
  if (key.claim !== undefined) return checkClaimKey(String(key.claim), at, path, report);
  const name = String(key.attribute);
  const kinds = key.step === undefined ? at.kinds : at.names.get(String(key.step));
  if (!kinds) {
    const message = `No step before is named ${show(key.step)}.`;
    return report({ code: "plan/unknown-name", path: `${path}/step`, message });
  }
  if (OF_ENTITY.includes(name)) return;
  const declared = attributesOf(at.ontology, kinds.kinds, name);
  if (declared.length === 0) report(unknownAttribute(at.ontology, kinds.kinds, name, `${path}/attribute`));
  else checkSingle(name, declared, `${path}/attribute`, report);
}

function checkClaimKey(name: string, at: Standing, path: string, report: PlanReport): void {
  if (at.last.length === 0) {
    return report({
      code: "plan/no-claim",
      path,
      message: "No claim has been walked yet; put a walk before.",
    });
  }
  if (OF_CLAIM.includes(name)) return;
  const declared = declaredBy(at.ontology, at.last, name);
  if (declared.length === 0) report(unknownClaimTest(at.ontology, at.last, name, `${path}/claim`));
  else checkSingle(name, declared, `${path}/claim`, report);
}

function checkSingle(
  name: string,
  declared: readonly AttributeDescriptor[],
  path: string,
  report: PlanReport,
): void {
  if (declared.some(({ type }) => type !== "list" && type !== "references")) return;
  const message = `${show(name)} is a list, which has no order; choose an attribute with one value.`;
  report({ code: "plan/invalid-key", path, message });
}

function checkOrder(order: unknown, path: string, report: PlanReport): void {
  if (order === undefined || order === "ascending" || order === "descending") return;
  const message = `Found the order ${show(order)}; expected ascending or descending.`;
  report({ code: "plan/invalid-value", path: `${path}/order`, message });
}

/** Reports every problem of a grouping. */
export function checkGroup(group: unknown, at: Standing, path: string, report: PlanReport): void {
  if (refusesFunction(group, path, report)) return;
  if (!isPlainObject(group)) {
    return report({ code: "plan/wrong-type", path, message: `Found ${show(group)}, expected a grouping.` });
  }
  checkFields(group, ["by", "measure", "of", "order", "limit"], path, report);
  checkKey(group.by, at, `${path}/by`, report);
  checkOrder(group.order, path, report);
  const { measure, of, limit } = group;
  const counts = measure === "count";
  if (!counts && measure !== "sum" && measure !== "min" && measure !== "max") {
    const message = `Found the measure ${show(measure)}; expected count, sum, min or max.`;
    report({ code: "plan/invalid-value", path: `${path}/measure`, message });
  }
  if (!counts && at.last.length === 0) {
    const message = "No claim has been walked yet, so there is no figure; put a walk before.";
    report({ code: "plan/no-claim", path: `${path}/measure`, message });
  }
  if (of !== undefined && !(counts && (of === "claims" || at.names.has(String(of))))) {
    const message = `Found of: ${show(of)}; expected "claims" or a named step, and only with count.`;
    report({ code: "plan/unknown-name", path: `${path}/of`, message });
  }
  if (limit !== undefined && !isCount(limit)) {
    const message = `Found the limit ${show(limit)}; expected a whole number from 0.`;
    report({ code: "plan/invalid-range", path: `${path}/limit`, message });
  }
}

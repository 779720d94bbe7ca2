// The sums of a form, made again as a person types.

import { currentValue, isRemoved } from "./corrections.js";
import { fieldNamed } from "./data.js";

/** Points and rates agree within this; as printed, they have two digits. */
const tolerance = 0.011;

const number = field => {
  const value = field ? currentValue(field) : null;
  return value === null || value === "" || Number.isNaN(Number(value)) ? null : Number(value);
};

const figure = value => String(Number(value.toFixed(4)));

const rowsOf = form => form.rows.filter(row => !isRemoved(row));

const fundLines = form => {
  const lines = [];
  for (let ordinal = 1; form.byField.has(`funds.${ordinal}.label`); ordinal += 1) lines.push(ordinal);
  return lines;
};

function total(form, key, totalKey) {
  const expected = number(form.byField.get(totalKey));
  const parts = rowsOf(form).map(row => number(row.byField.get(key)))
    .concat(fundLines(form).map(ordinal => number(form.byField.get(`funds.${ordinal}.${key}`))))
    .filter(part => part !== null);
  if (expected === null || parts.length === 0) return null;
  return { expected, found: parts.reduce((sum, part) => sum + part, 0) };
}

/** Rows with points and a score: the checks of scores stand in their order. */
const scored = form => form.rows.filter(row =>
  row.byField.get("weight")?.printedValue && row.byField.get("score")?.printedValue);

const again = (check, pair) => pair === null ? check : {
  ...check, expected: figure(pair.expected), found: figure(pair.found),
  passed: Math.abs(pair.expected - pair.found) < tolerance,
};

function scoreNow(check, row) {
  const [weight, score] = [number(row.byField.get("weight")), number(row.byField.get("score"))];
  if (isRemoved(row) || weight === null || score === null) return { ...check, passed: true };
  return { ...check, expected: figure(weight), found: figure(score), passed: score >= 0 && score <= weight };
}

/** Fund lines whose rate can be told: the checks of rates stand in their order. */
const rated = form => fundLines(form).filter(ordinal => ["executed", "adjusted_budget", "execution_rate"].every(key =>
  form.byField.get(`funds.${ordinal}.${key}`)?.printedValue));

/** Rates agree within this, in percent. */
const rateTolerance = 0.051;

function rateNow(check, form, ordinal) {
  const [executed, budget, rate] = ["executed", "adjusted_budget", "execution_rate"]
    .map(key => number(form.byField.get(`funds.${ordinal}.${key}`)));
  if (executed === null || rate === null || !budget) return { ...check, passed: true };
  const expected = Math.round(10000 * executed / budget) / 100;
  return { ...check, expected: figure(expected), found: figure(rate),
    passed: Math.abs(expected - rate) < rateTolerance };
}

/** The checks as they stand with all corrections, each with the field to look at. */
export function checksOf(form) {
  const rows = scored(form);
  const lines = rated(form);
  let next = 0;
  let nextLine = 0;
  return form.checks.map(check => {
    switch (check.code) {
      case "weights_total":
        return { ...again(check, total(form, "weight", "total_weight")), field: fieldNamed("total_weight", form) };
      case "scores_total":
        return { ...again(check, total(form, "score", "total_score")), field: fieldNamed("total_score", form) };
      case "score_within_weight": {
        const row = rows[next];
        next += 1;
        return row ? { ...scoreNow(check, row), field: row.byField.get("score") } : check;
      }
      case "execution_rate": {
        const line = lines[nextLine];
        nextLine += 1;
        if (line === undefined) return { ...check, field: fieldOfCheck(form, check) };
        return { ...rateNow(check, form, line), field: form.byField.get(`funds.${line}.execution_rate`) };
      }
      default: return { ...check, field: fieldOfCheck(form, check) };
    }
  });
}

const firstFund = (form, key) => fundLines(form).map(ordinal => form.byField.get(`funds.${ordinal}.${key}`))
  .find(field => field);

/** Where to look for what a check that is not made again here says. */
function fieldOfCheck(form, check) {
  const amounts = ["amount", "adjusted_budget", "initial_budget", "executed"];
  switch (check.code) {
    case "funds_total": case "amounts_implausible":
      return amounts.flatMap(key => fundLines(form).map(ordinal => form.byField.get(`funds.${ordinal}.${key}`)))
        .find(field => field && [check.expected, check.found].includes(field.printedValue))
        ?? amounts.map(key => firstFund(form, key)).find(field => field) ?? form.fields[0];
    case "execution_score": return firstFund(form, "score") ?? form.fields[0];
    case "level1_weight": {
      const heads = form.rows.map(row => row.byField.get("level1_weight")).filter(field => field);
      return heads.find(field => field.printedValue === check.expected) ?? heads[0] ?? form.fields[0];
    }
    case "targets_missing": {
      const row = form.rows.find(row => !row.byField.has("target"));
      return row ? fieldNamed("target", form, row) : form.fields[0];
    }
    default: return form.fields[0];
  }
}

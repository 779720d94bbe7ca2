// What must be looked at, in the order of how much it matters.

import { checksOf } from "./checks.js";
import { entryOf, isRemoved } from "./corrections.js";
import { doc, fieldNamed, forms, sureness } from "./data.js";
import { fieldName, meaning, percent, text } from "./language.js";

export const kinds = ["check", "missing", "low", "inferred", "unread"];

/** A row lacks what so many of the others have. */
const usual = 0.8;

/** Notes that speak of a guess, and not of something that was left out. */
const guesses = ["columns_inferred", "column_unknown"];

const headFields = form => form.kind.startsWith("department")
  ? ["form_title", "fiscal_year", "department"] : ["form_title", "fiscal_year", "project_name"];

function checkItems(form) {
  return checksOf(form).map((check, index) => ({ check, index })).filter(({ index }) => !form.checks[index].passed)
    .map(({ check, index }) => ({
      kind: "check", form, field: check.field, id: `check/${form.index}/${index}`, isSettled: check.passed,
      reason: () => meaning(check.code, check) ?? check.message,
    }));
}

function missingItems(form) {
  const items = headFields(form).filter(name => !form.byField.get(name)?.printedValue)
    .map(name => missing(fieldNamed(name, form), "why_missing"));
  for (const name of ["level1", "target", "actual", "weight", "score"]) {
    const having = form.rows.filter(row => row.byField.get(name)?.printedValue);
    if (having.length < usual * form.rows.length) continue;
    for (const row of form.rows) {
      if (!row.byField.get(name)?.printedValue) items.push(missing(fieldNamed(name, form, row), "why_missing_column"));
    }
  }
  return items;
}

const missing = (field, why) => ({
  kind: "missing", form: field.form, field, id: `missing/${field.ref}`,
  reason: () => text(why, { name: fieldName(field.field, field.form) }),
});

/** Why a field is doubted, in a sentence. */
export function doubt(field) {
  const value = field.printedValue ?? text("blank");
  const short = value.length > 24 ? value.slice(0, 23) + "…" : value;
  const parts = [text("why_low", {
    name: fieldName(field.field, field.form), value: short, confidence: percent(field.confidence),
  })];
  for (const repair of field.repairs) {
    if (repair === "wrap_joined" || repair === "span_filled") continue;
    parts.push(text("why_repair", { repair: meaning(repair) ?? repair }));
  }
  return parts.join("");
}

const isLow = field => field.confidence < sureness && !field.isInferred && field.basis !== "computed"
  && field.basis !== "filled_down" && field.basis !== "from_title";

function lowItems(form) {
  const items = form.fields.filter(isLow).map(low);
  for (const row of form.rows) {
    const fields = row.fields.filter(isLow);
    items.push(...fields.map(low));
    const isToldByFields = fields.length > 0 || row.fields.some(field => field.isInferred);
    if (row.confidence >= sureness || isToldByFields) continue;
    const name = row.byField.get("level3");
    items.push({
      kind: "low", form, field: name, id: `row/${name.ref}`,
      reason: () => text("why_low_row", { confidence: percent(row.confidence), name: name.printedValue }),
    });
  }
  return items;
}

const low = field => ({
  kind: "low", form: field.form, field, id: `low/${field.ref}`, reason: () => doubt(field),
});

function noteItems(form, kind) {
  return form.notes.filter(note => guesses.includes(note.code) === (kind === "inferred")).map((note, index) => {
    const quoted = note.message.match(/"([^"]+)"/)?.[1];
    const field = kind === "inferred" ? inferredField(form, quoted) : null;
    return {
      kind, form, field, page: note.page, id: `note/${form.index}/${note.code}/${index}`,
      reason: () => (meaning(note.code) ?? note.message) + (quoted ? `「${quoted}」` : ""),
    };
  });
}

function inferredField(form, header) {
  for (const row of form.rows) {
    const field = row.byField.get(`extra.${header}`) ?? row.fields.find(field => field.isInferred);
    if (field) return field;
  }
  return null;
}

/** All that must be looked at: by kind, then in the order of the document. */
export function queue() {
  const makers = {
    check: checkItems, missing: missingItems, low: lowItems,
    inferred: form => noteItems(form, "inferred"), unread: form => noteItems(form, "unread"),
  };
  const items = kinds.flatMap(kind => forms.flatMap(makers[kind]));
  const lost = doc.failures.filter(failure => failure.code !== "no_form").map((failure, index) => ({
    kind: "unread", form: null, field: null, page: failure.page ?? 1, id: `failure/${index}`,
    reason: () => text(`code_${failure.code}`, failure) || failure.message,
  }));
  return items.concat(lost);
}

/** Whether an item needs no further look. */
export function isDone(item, seen) {
  if (item.isSettled || item.field?.row && isRemoved(item.field.row)) return true;
  return item.field ? entryOf(item.field) !== undefined : seen.has(item.id);
}

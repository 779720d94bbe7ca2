// The field that is looked at: its crop, what was read and why it is doubted, and what a person says.

import { checksOf } from "./checks.js";
import { currentValue, decide, entryOf } from "./corrections.js";
import { allFields, sureness } from "./data.js";
import { byID, element } from "./dom.js";
import { group, shown } from "./forms.js";
import { keyName } from "./keys.js";
import { fieldName, meaning, percent, text } from "./language.js";
import { crop } from "./pages.js";
import { doubt } from "./queue.js";

/** So many places of a repeated misreading are named before all are replaced. */
const previewed = 6;

let current = null;
let offered = null;

/** Of a target or a result: what its text means. */
function normalised(field) {
  const value = field.value;
  if (value === null || typeof value !== "object") return null;
  const figures = [value.operator, value.value, value.lower, value.lower && value.upper ? "–" : null, value.upper,
    value.unit, value.date].filter(part => part !== null && part !== undefined && part !== "");
  return [meaning(value.kind) ?? value.kind, figures.join(" ")].filter(part => part).join("：");
}

function facts(field) {
  const entry = entryOf(field);
  const printed = field.places.map(place => place.text).join("\n");
  const pages = [...new Set(field.places.map(place => place.page))];
  const repairs = field.repairs.map(repair => meaning(repair) ?? repair).join("；");
  const place = pages.map(page => text("on_page", { page })).join("、");
  const basis = field.basis === "printed" ? "" : meaning(field.basis);
  return [
    ["printed", printed], ["reading", field.reading], ["record", field.printedValue ?? text("blank")],
    ["normalised", normalised(field)],
    ["human", entry?.action === "correct" ? entry.new : entry ? text(entry.action) : null], ["repairs", repairs],
    ["sureness", field.places.length > 0 ? percent(field.confidence) : null],
    ["source", [place, basis].filter(part => part).join("，") || text("nowhere")],
  ].filter(([, value]) => value);
}

function titleOf(field) {
  const name = fieldName(field.field, field.form);
  const form = text("place_form", { form: field.form.index + 1 });
  return field.row ? `${text("place_row", { form: field.form.index + 1, row: field.row.index + 1 })} · ${name}`
    : `${form} · ${name}`;
}

/** The sums that a changed figure is part of. */
function sums(field) {
  if (!field.row && !field.field.startsWith("funds.") && !field.field.startsWith("total_")) return "";
  const key = field.field.split(".").at(-1).replace("total_", "");
  const code = { weight: "weights_total", score: "scores_total" }[key];
  const check = code ? checksOf(field.form).find(check => check.code === code) : null;
  return check ? text(check.passed ? "sum_agrees" : "sum_differs", check) : "";
}

/** Shows a field; null puts the panel away. */
export function showDetail(field, reason) {
  current = field;
  offered = null;
  byID("detail").hidden = field === null;
  if (!field) return;
  byID("detail-name").textContent = titleOf(field);
  const isDoubted = field.confidence < sureness && field.basis !== "filled_down";
  byID("detail-doubt").textContent = reason ?? (isDoubted ? doubt(field) : "");
  byID("detail-facts").replaceChildren(...facts(field).flatMap(([key, value]) =>
    [element("dt", {}, text(key)), element("dd", {}, value)]));
  const input = byID("detail-value");
  input.value = currentValue(field) ?? "";
  input.rows = Math.min(5, 1 + Math.floor(input.value.length / 22));
  byID("replace").hidden = true;
  byID("recalculated").textContent = sums(field);
  for (const name of ["confirm", "correct", "unreadable"]) {
    byID(name).title = text(`${name}_title`, { key: keyName(name) });
  }
  const canvas = byID("crop");
  canvas.hidden = true;
  crop(field, canvas).then(drawn => { if (current === field) canvas.hidden = !drawn; }, () => {});
}

/** Other fields of that name that were read the same. */
const alike = (field, old) => [...allFields()].filter(other =>
  other !== field && other.field === field.field && other.printedValue === old && !entryOf(other));

function offerReplacement(field, value) {
  const old = field.printedValue;
  const own = new Set(group(field));
  const others = old === null ? [] : alike(field, old).filter(other => !own.has(other));
  byID("replace").hidden = others.length === 0;
  if (others.length === 0) return;
  offered = others.map(other => ({ field: other, action: "correct", value }));
  const places = others.slice(0, previewed).map(titleOf).join("、") + (others.length > previewed ? " …" : "");
  byID("replace").firstElementChild.textContent = text("replace_offer", { count: others.length, old, new: value, places });
}

/** Takes what a person says of the field that is shown; of a merged level for all of its rows. */
export function say(action) {
  const field = current;
  if (!field) return;
  const value = byID("detail-value").value.trim();
  const isSame = value === (field.printedValue ?? "");
  const said = action === "correct" && isSame ? "confirm" : action;
  decide(group(field).map(member => ({ field: member, action: said, value })));
  showDetail(field, byID("detail-doubt").textContent);
  if (said === "correct") offerReplacement(field, value);
}

export function startDetail() {
  for (const action of ["confirm", "correct", "unreadable"]) byID(action).addEventListener("click", () => say(action));
  byID("replace-all").addEventListener("click", () => {
    if (offered) decide(offered);
    byID("replace").hidden = true;
  });
}

/** For a person to begin a correction. */
export function edit() {
  const input = byID("detail-value");
  input.focus();
  input.select();
}

export const selected = () => current;
export const selectedText = () => current ? shown(current) : "";

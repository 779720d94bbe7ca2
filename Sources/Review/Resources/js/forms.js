// The forms as forms: head, funds, goals, indicators, foot, in the words that are printed on them.

import { checksOf } from "./checks.js";
import { currentValue, entryOf, isRemoved, toggleRow } from "./corrections.js";
import { fieldNamed, forms, isFigure, isMoney, sureness } from "./data.js";
import { byID, element } from "./dom.js";
import { fieldName, meaning, text } from "./language.js";
import { showPage } from "./pages.js";

const headNames = ["project_name", "department", "department_code", "implementing_unit", "fiscal_year",
  "reporting_unit", "report_date"];
const goalNames = ["expected_goal", "actual_completion", "overview", "policy_basis", "duties"];
const footNames = ["total_weight", "total_score", "conclusion", "grade", "contact"];
/** Columns whose cells hold for several rows. */
const mergedColumns = ["level1", "level1_weight", "level2"];
const columnNames = ["level1", "level1_weight", "level2", "level3", "target", "actual", "weight", "score", "direction", "scoring_rule",
  "variance_reason", "remark"];
const fundNames = ["amount", "initial_budget", "adjusted_budget", "executed", "weight", "execution_rate", "score"];
/** Columns that hold sentences. */
const longColumns = ["scoring_rule", "variance_reason", "remark"];
/** In characters: a further field with a longer text takes a line of its own. */
const longText = 28;

/** 29568000 → 29,568,000; the digits behind the point stay as they are. */
function grouped(figure) {
  const [whole, rest] = figure.split(".");
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return rest === undefined ? parted : `${parted}.${rest}`;
}

/** The value as a person reads it. */
export function shown(field) {
  const value = currentValue(field);
  if (value === null) return "";
  if (field.field === "direction") return meaning(value) ?? value;
  return isMoney(field.field) && /^-?\d+(\.\d+)?$/.test(value) ? grouped(value) : value;
}

// What each field is marked with

let marks = new Map();

/** Gives the fields of the work list their marks. */
export function markFields(items) {
  marks = new Map();
  for (const { kind, field } of items) {
    if (!field || marks.has(field.ref)) continue;
    marks.set(field.ref, { check: "failed", missing: "missing", low: "doubt", inferred: "inferred" }[kind]);
  }
}

function style(field) {
  const entry = entryOf(field);
  const names = ["v"];
  if (entry) names.push("reviewed");
  if (entry?.action === "unreadable") names.push("unreadable");
  if (!entry && marks.has(field.ref)) names.push(marks.get(field.ref));
  else if (!entry && field.confidence < sureness && field.basis !== "filled_down") names.push("doubt");
  if (field.isInferred) names.push("inferred");
  if (field.basis === "filled_down") names.push("filled");
  return names.join(" ");
}

function value(field) {
  const name = fieldName(field.field, field.form);
  const content = shown(field);
  const label = field.row ? `${text("row_n", { row: field.row.index + 1 })} ${name}` : name;
  return element("button", {
    type: "button", class: style(field), "data-ref": field.ref,
    "aria-label": `${label}：${content === "" ? text("blank") : content}`,
  }, content);
}

/** Fields of a form without those that nobody printed. */
const present = (form, names) => names.filter(name =>
  form.byField.get(name)?.printedValue || marks.has(form.byField.get(name)?.ref)).map(name => fieldNamed(name, form));

function pairs(fields, isWide = () => false) {
  if (fields.length === 0) return null;
  return element("dl", { class: "pairs" }, ...fields.map(field =>
    element("div", { class: isWide(field) ? "wide" : null },
      element("dt", {}, fieldName(field.field, field.form)), element("dd", {}, value(field)))));
}

const heading = key => element("h3", {}, text(key));

function block(key, ...parts) {
  const filled = parts.filter(part => part);
  return filled.length === 0 ? [] : [heading(key), ...filled];
}

// Funds

function fundOrdinals(form) {
  const ordinals = [];
  for (let ordinal = 1; form.byField.has(`funds.${ordinal}.label`); ordinal += 1) ordinals.push(ordinal);
  return ordinals;
}

function funds(form) {
  const ordinals = fundOrdinals(form);
  if (ordinals.length === 0) return null;
  const columns = fundNames.filter(name => ordinals.some(ordinal => form.byField.get(`funds.${ordinal}.${name}`)));
  const name = key => fieldName(key, form);
  const head = ["label", ...columns].map(column => element("th", { scope: "col" }, name(column)));
  const body = ordinals.map(ordinal => element("tr", {},
    ...["label", ...columns].map(column => {
      const field = fieldNamed(`funds.${ordinal}.${column}`, form);
      return element("td", { class: column === "label" ? "name" : "figure" }, value(field));
    })));
  return element("div", { class: "scroll" }, element("table", { class: "funds" },
    element("caption", { class: "hidden" }, text("funds")),
    element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...body)));
}

// Indicators

function columnsOf(form) {
  const known = columnNames.filter(name => form.rows.some(row =>
    row.byField.get(name)?.printedValue || marks.has(row.byField.get(name)?.ref)));
  const further = new Set(form.rows.flatMap(row =>
    row.fields.map(field => field.field).filter(name => name.startsWith("extra."))));
  return [...known, ...further];
}

/** Whether a level's cell is the one of the row above. */
function goesOn(row, above, name) {
  if (!above || !mergedColumns.includes(name)) return false;
  const [own, other] = [row.byField.get(name), above.byField.get(name)];
  return own !== undefined && other !== undefined && own.basis === "filled_down"
    && currentValue(own) === currentValue(other) && entryOf(own)?.action === entryOf(other)?.action
    && isRemoved(row) === isRemoved(above)
    && (name === "level1" || goesOn(row, above, "level1") || !row.byField.has("level1"));
}

function rowSpan(form, index, name) {
  let span = 1;
  while (index + span < form.rows.length && goesOn(form.rows[index + span], form.rows[index + span - 1], name)) span += 1;
  return span;
}

function indicatorRow(form, row, columns) {
  const cells = columns.map(name => {
    if (goesOn(row, form.rows[row.index - 1], name)) return null;
    const span = mergedColumns.includes(name) ? rowSpan(form, row.index, name) : 1;
    const kind = isFigure(name) ? "figure" : name === "level3" ? "name" : longColumns.includes(name) ? "text" : null;
    return element("td", { class: kind, rowspan: span > 1 ? span : null }, value(fieldNamed(name, form, row)));
  });
  const removed = isRemoved(row);
  const remove = element("button", {
    type: "button", class: "remove", tabindex: -1, "data-row": `${form.index}/${row.index}`, "aria-pressed": removed,
    title: text(removed ? "restore_row_title" : "delete_row_title"),
    "aria-label": `${text("row_n", { row: row.index + 1 })} ${text(removed ? "restore_row_title" : "delete_row_title")}`,
    on: { click: () => toggleRow(row) },
  }, removed ? "↺" : "×");
  return element("tr", { id: `row-${form.index}-${row.index}`, class: removed ? "removed" : null },
    element("td", { class: "row" }, String(row.index + 1)), ...cells, element("td", { class: "rowtools" }, remove));
}

function indicators(form) {
  const columns = columnsOf(form);
  return element("div", { class: "scroll" }, element("table", { class: "indicators" },
    element("caption", { class: "hidden" }, text("indicators")),
    element("thead", {}, element("tr", {},
      element("th", { scope: "col" }, text("row")),
      ...columns.map(name => element("th", { scope: "col" }, fieldName(name, form))),
      element("th", { scope: "col", class: "rowtools" }, element("span", { class: "hidden" }, text("delete_row"))))),
    element("tbody", {}, ...form.rows.map(row => indicatorRow(form, row, columns)))));
}

// Checks and notes

function checks(form) {
  const all = checksOf(form);
  const failed = all.filter(check => !check.passed);
  const passed = all.length - failed.length;
  if (all.length === 0) return null;
  const items = failed.map(check => element("li", { class: "failed" }, meaning(check.code, check) ?? check.message));
  if (passed > 0) items.push(element("li", { class: "passed" }, text("checks_passed", { count: passed })));
  return element("ul", { class: "checks" }, ...items);
}

function notes(form) {
  if (form.notes.length === 0) return null;
  return element("ul", { class: "checks" }, ...form.notes.map(note => element("li", { class: "note" },
    `${text("place_page", { page: note.page })}：${meaning(note.code) ?? note.message}`,
    element("small", { lang: "en", title: note.message }, ""))));
}

// The whole form

function pageLinks(form) {
  const links = form.pages.map(page => element("button", {
    type: "button", tabindex: -1, on: { click: () => showPage(page) },
  }, String(page)));
  return element("span", { class: "where" }, text("on_pages"), ...links, text("on_pages_end"));
}

function article(form) {
  const title = form.byField.get("form_title");
  const further = form.fields.filter(field => field.field.startsWith("fields."));
  const isLong = field => (field.printedValue ?? "").length > longText;
  return element("article", { class: "form", id: `form-${form.index}`, "aria-labelledby": `title-${form.index}` },
    element("header", {},
      element("h2", { id: `title-${form.index}` }, text("form", { form: form.index + 1 })),
      title ? value(title) : element("span", { class: "where" }, text("no_title")),
      element("span", { class: "where" }, meaning(form.kind) ?? form.kind), pageLinks(form)),
    ...block("head", pairs([...present(form, headNames), ...further], isLong)),
    ...block("funds", funds(form)),
    ...block("goals", pairs(present(form, goalNames), () => true)),
    ...block("indicators", indicators(form)),
    ...block("foot", pairs(present(form, footNames), field => field.field === "conclusion")),
    ...block("checks", checks(form)), ...block("notes", notes(form)));
}

const holder = byID("forms");

/** Makes all forms anew. */
export function drawForms() {
  const place = holder.scrollTop;
  holder.replaceChildren(...forms.map(article));
  holder.scrollTop = place;
}

/** Makes one form anew, with the same field lit. */
export function drawForm(form) { byID(`form-${form.index}`)?.replaceWith(article(form)); }

export const buttonOf = ref => holder.querySelector(`[data-ref="${CSS.escape(ref)}"]`)
  ?? holder.querySelector(`[data-ref="${CSS.escape(mergedInto(ref))}"]`);

/** The field that a merged level's cell is drawn for: the first row that it holds for. */
function mergedInto(ref) {
  const [form, row] = ref.split("/", 2);
  const name = ref.slice(form.length + row.length + 2);
  const rows = forms[Number(form)]?.rows ?? [];
  let index = row === "" ? -1 : Number(row);
  while (index > 0 && goesOn(rows[index], rows[index - 1], name)) index -= 1;
  return index < 0 ? ref : `${form}/${index}/${name}`;
}

/** A merged level's fields, one for each of its rows; of any other field itself alone. */
export function group(field) {
  const fields = [field];
  if (!field.row) return fields;
  const rows = field.form.rows;
  for (let index = field.row.index + 1; index < rows.length && goesOn(rows[index], rows[index - 1], field.field); index += 1) {
    fields.push(rows[index].byField.get(field.field));
  }
  return fields;
}

/** The refs of all fields in the order in which they stand. */
export const order = () => [...holder.querySelectorAll("[data-ref]")].map(node => node.dataset.ref);

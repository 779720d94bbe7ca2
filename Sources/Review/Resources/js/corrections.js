// What a person said about fields: kept in the browser, undone, and handed out as lines of JSON.

import { doc, fieldNamed, forms } from "./data.js";

const storageKey = `zhibiao-review-${doc.sha256}`;
const actions = ["confirm", "correct", "unreadable", "delete"];
/** The field of a correction that speaks of a whole row. */
export const wholeRow = "";

let entries = new Map();
const steps = [];
const listeners = [];
export let reviewer = "";

export const onChange = listener => listeners.push(listener);

const key = (formID, recordID, field) => JSON.stringify([formID, recordID ?? "", field]);
const keyOf = field => key(field.form.id, field.row?.id, field.field);

/** Whether this browser keeps the review; false once it refused. */
export let isKept = true;

function keep() {
  try {
    localStorage.setItem(storageKey, JSON.stringify([...entries.values()]));
  } catch {
    isKept = false;
  }
}

function changed() {
  keep();
  for (const listener of listeners) listener();
}

export const entryOf = field => entries.get(keyOf(field));
export const isRemoved = row => entries.get(key(row.form.id, row.id, wholeRow))?.action === "delete";
export const count = () => entries.size;
export const canUndo = () => steps.length > 0;

/** The value in force as a text: what a person says comes before what was read. */
export function currentValue(field) {
  const entry = entryOf(field);
  if (entry?.action === "correct") return entry.new;
  return entry?.action === "unreadable" ? null : field.printedValue;
}

function line(field, action, value) {
  const place = field.places[0];
  return {
    sha256: doc.sha256, form_id: field.form.id, record_id: field.row?.id ?? null, field: field.field, action,
    old: field.printedValue, new: action === "correct" ? value : null, page: place?.page ?? null,
    bbox: place?.bbox ?? null, reviewer: reviewer || null, time: new Date().toISOString().replace(/\.\d+/, ""),
  };
}

/** Takes several decisions as one step. */
export function decide(decisions) {
  const before = [];
  for (const { field, action, value } of decisions) {
    const name = keyOf(field);
    before.push([name, entries.get(name)]);
    entries.set(name, line(field, action, value));
  }
  steps.push(before);
  changed();
}

/** Leaves a row out, or takes it back. */
export function toggleRow(row) {
  const name = key(row.form.id, row.id, wholeRow);
  steps.push([[name, entries.get(name)]]);
  if (entries.has(name)) {
    entries.delete(name);
  } else {
    const field = row.byField.get("level3");
    entries.set(name, { ...line(field, "delete", null), field: wholeRow });
  }
  changed();
}

export function undo() {
  for (const [name, entry] of (steps.pop() ?? []).reverse()) {
    if (entry) entries.set(name, entry); else entries.delete(name);
  }
  changed();
}

export const exported = () => [...entries.values()].map(entry => JSON.stringify(entry) + "\n").join("");

function fits(entry) {
  const form = forms.find(form => form.id === entry.form_id);
  const row = entry.record_id ? form?.rows.find(row => row.id === entry.record_id) : null;
  if (!form || row === undefined || entry.sha256 !== doc.sha256) return false;
  const name = entry.field === wholeRow ? "level3" : entry.field;
  return fieldNamed(name, form, row).printedValue === entry.old;
}

function isEntry(entry) {
  const isText = value => typeof value === "string";
  return entry !== null && typeof entry === "object" && isText(entry.sha256) && isText(entry.form_id)
    && isText(entry.field) && actions.includes(entry.action) && (entry.record_id === null || isText(entry.record_id))
    && (entry.old === null || isText(entry.old)) && (entry.new === null || isText(entry.new));
}

/**
 * Takes the lines of a corrections file.
 *
 * Returns how many were taken, how many speak of something else, and the lines that are no corrections.
 */
export function take(content) {
  const result = { taken: 0, stale: 0, bad: [] };
  const before = [];
  content.split("\n").forEach((source, index) => {
    if (source.trim() === "") return;
    let entry;
    try { entry = JSON.parse(source); } catch { entry = null; }
    if (!isEntry(entry)) { result.bad.push(index + 1); return; }
    if (!fits(entry)) { result.stale += 1; return; }
    const name = key(entry.form_id, entry.record_id, entry.field);
    before.push([name, entries.get(name)]);
    entries.set(name, entry);
    result.taken += 1;
  });
  if (result.taken > 0) { steps.push(before); changed(); }
  return result;
}

/** Goes on with what the browser has kept of this document; what does not fit any more is left out. */
export function restore() {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    for (const entry of kept.filter(entry => isEntry(entry) && fits(entry))) {
      entries.set(key(entry.form_id, entry.record_id, entry.field), entry);
    }
  } catch {
    isKept = false;
  }
}

// Puts the page together.

import {
  canUndo, count, exported, isKept, onChange, restore, take, toggleRow, undo,
} from "./corrections.js";
import { doc, fieldOf, forms } from "./data.js";
import { edit, say, selected, showDetail, startDetail } from "./detail.js";
import { byID, element } from "./dom.js";
import { buttonOf, drawForms, markFields, order } from "./forms.js";
import { closeOnEscape, keyList, startKeys } from "./keys.js";
import { meaning, otherLanguage, setLanguage, text, translate } from "./language.js";
import { drawAllBoxes, namePages, show, showPage, startPages } from "./pages.js";
import { isDone, kinds, queue } from "./queue.js";

let items = [];
let place = -1;
/** Items without a field are done when they were looked at. */
const seen = new Set();

// The work list

function placeOf(item) {
  if (!item.form) return text("place_page", { page: item.page });
  const form = item.form.index + 1;
  if (item.field?.row) return text("place_row", { form, row: item.field.row.index + 1 });
  return item.field ? text("place_form", { form }) : text("place_page", { page: item.page });
}

function drawQueue() {
  const open = items.filter(item => !isDone(item, seen)).length;
  byID("queue").replaceChildren(...items.map((item, index) => {
    const done = isDone(item, seen);
    const button = element("button", { type: "button", on: { click: () => visit(index) } },
      element("span", { class: "kind" }, (done ? "✓ " : "") + text(`kind_${item.kind}`)),
      element("span", { class: "place" }, placeOf(item)), element("span", { class: "reason" }, item.reason()));
    return element("li", {
      class: `${item.kind}${done ? " done" : ""}${index === place ? " current" : ""}`, "data-kind": item.kind,
    }, button);
  }));
  if (items.length === 0 && forms.length > 0) {
    byID("queue").append(element("li", { class: "empty" }, text("queue_empty")));
  }
  byID("tab-queue").textContent = text("queue", { count: open });
  byID("progress").textContent = items.length > 0 ? text("progress", { done: items.length - open, left: open }) : "";
  byID("next").disabled = items.length === 0;
}

function drawContents() {
  byID("tab-contents").textContent = text("contents", { count: forms.length });
  byID("contents").replaceChildren(...forms.map(form => {
    const open = items.filter(item => item.form === form && !isDone(item, seen)).length;
    const name = ["project_name", "department", "implementing_unit"].map(key => form.byField.get(key)?.printedValue)
      .find(value => value) ?? form.byField.get("form_title")?.printedValue ?? text("no_title");
    const go = () => {
      byID(`form-${form.index}`).scrollIntoView({ block: "start" });
      showPage(form.pages[0]);
    };
    return element("li", {}, element("button", { type: "button", on: { click: go } },
      element("span", { class: "place" }, String(form.index + 1)),
      element("span", {}, `${name}　${meaning(form.kind) ?? ""}`),
      element("span", { class: open > 0 ? "count" : "count none" },
        open > 0 ? text("form_doubts", { count: open }) : text("form_sure"))));
  }));
}

function openTab(name) {
  for (const other of ["queue", "contents"]) {
    byID(`panel-${other}`).hidden = other !== name;
    byID(`tab-${other}`).setAttribute("aria-selected", other === name);
  }
}

// What is selected

let lit = null;

function light(ref) {
  lit?.classList.remove("lit");
  lit = buttonOf(ref);
  lit?.classList.add("lit");
  return lit;
}

/** Selects a field: its box on the page, its cell in the form and its details show the same. */
export function select(ref, { reason, isFocused = true } = {}) {
  const field = fieldOf(ref);
  if (!field) return;
  show(field);
  showDetail(field, reason);
  const button = light(ref);
  if (!button) return;
  if (isFocused) button.focus({ preventScroll: true });
  button.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function visit(index) {
  place = index;
  const item = items[index];
  openTab("queue");
  if (item.field) {
    select(item.field.ref, { reason: item.reason() });
  } else {
    seen.add(item.id);
    showPage(item.page);
    if (item.form) byID(`form-${item.form.index}`).scrollIntoView({ block: "start" });
  }
  drawQueue();
  byID("queue").querySelector(".current")?.scrollIntoView({ block: "nearest" });
}

/** Goes to the next item that is not done; behind the last to the first. */
function goOn(by) {
  for (let step = 1; step <= items.length; step += 1) {
    const index = (place + by * step + items.length * (step + 1)) % items.length;
    if (!isDone(items[index], seen)) { visit(index); return; }
  }
  if (items.length > 0) visit((place + by + items.length) % items.length);
}

// Drawing

function draw() {
  items = queue();
  markFields(items);
  drawForms();
  drawQueue();
  drawContents();
  if (selected()) light(selected().ref);
  byID("undo").disabled = !canUndo();
  byID("export").disabled = count() === 0;
}

function noForm() {
  const failures = doc.failures.length > 0 ? doc.failures : [{ code: "no_form", message: "" }];
  const known = doc.texts.zh;
  byID("forms").append(element("section", { class: "noform" },
    element("h2", {}, text("no_form")), element("p", {}, text("no_form_do")),
    ...failures.map(failure => element("p", {},
      text(known[`code_${failure.code}`] ? `code_${failure.code}` : "code_other", failure)))));
}

function legend() {
  const sample = (style, key) => [
    element("dt", {}, element("span", { class: `v ${style}` }, "123")), element("dd", {}, text(`legend_${key}`)),
  ];
  byID("legend").replaceChildren(
    element("h2", {}, text("help")),
    element("dl", {}, ...sample("failed", "failed"), ...sample("missing", "missing"), ...sample("doubt", "doubt"),
      ...sample("inferred", "inferred"), ...sample("filled", "filled"), ...sample("reviewed", "reviewed")),
    element("h2", {}, text("keys")), element("p", {}, text("keys_change")),
    element("dl", {}, element("dt", {}, element("kbd", {}, "Tab")), element("dd", {}, text("key_tab")), ...keyList()),
    element("p", {}, text(isKept ? "saved" : "not_saved")));
}

function name() {
  translate();
  const fileName = doc.file.split("/").at(-1);
  document.title = fileName;
  byID("file").textContent = fileName;
  byID("file").title = doc.file;
  byID("language").textContent = text("other_language");
  const rows = forms.reduce((sum, form) => sum + form.rows.length, 0);
  byID("summary").textContent = text("summary", { pages: doc.pages.length, forms: forms.length, rows });
  namePages();
  legend();
  draw();
  if (forms.length === 0) { byID("forms").replaceChildren(); noForm(); }
}

function announce(message) {
  byID("message").hidden = message === "";
  byID("message").textContent = message;
}

// Files

function save() {
  const url = URL.createObjectURL(new Blob([exported()], { type: "application/x-ndjson" }));
  const stem = doc.file.split("/").at(-1).replace(/\.pdf$/i, "");
  element("a", { href: url, download: `${stem}.corrections.jsonl` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

async function load(input) {
  const result = take(await input.files[0].text());
  input.value = "";
  const lines = [text("imported", { count: result.taken })];
  if (result.stale > 0) lines.push(text("import_stale", { count: result.stale }));
  lines.push(...result.bad.map(line => text("import_bad", { line })));
  announce(lines.join("\n"));
}

function toggle(button, apply) {
  byID(button).addEventListener("click", () => {
    const on = byID(button).getAttribute("aria-pressed") !== "true";
    byID(button).setAttribute("aria-pressed", on);
    apply(on);
  });
}

function start() {
  restore();
  startPages(ref => select(ref));
  startDetail();
  onChange(draw);
  startKeys({
    enter: () => goOn(1), back: () => goOn(-1), confirm: () => say("confirm"), correct: edit,
    unreadable: () => say("unreadable"), remove: () => { if (selected()?.row) toggleRow(selected().row); }, take: () => { say("correct"); buttonOf(selected().ref)?.focus(); },
    undo,
  });
  byID("forms").addEventListener("click", event => {
    const ref = event.target.closest("[data-ref]")?.dataset.ref;
    if (ref) select(ref);
  });
  byID("forms").addEventListener("focusin", event => {
    const ref = event.target.closest("[data-ref]")?.dataset.ref;
    if (ref && ref !== selected()?.ref && event.target.matches(":focus-visible")) select(ref, { isFocused: false });
  });
  byID("next").addEventListener("click", () => goOn(1));
  byID("undo").addEventListener("click", undo);
  byID("export").addEventListener("click", save);
  byID("import").addEventListener("change", event => load(event.target));
  byID("print").addEventListener("click", () => window.print());
  byID("language").addEventListener("click", () => { setLanguage(otherLanguage()); name(); });
  toggle("dark", on => { document.documentElement.dataset.theme = on ? "dark" : "light"; });
  toggle("developer", on => document.body.classList.toggle("developer", on));
  byID("help").addEventListener("click", () => {
    byID("legend").hidden = !byID("legend").hidden;
    byID("help").setAttribute("aria-expanded", !byID("legend").hidden);
  });
  closeOnEscape(byID("legend"), "help");
  for (const tab of ["queue", "contents"]) byID(`tab-${tab}`).addEventListener("click", () => openTab(tab));
  name();
  if (matchMedia("(prefers-color-scheme: dark)").matches) byID("dark").setAttribute("aria-pressed", "true");
  const named = decodeURIComponent(location.hash.slice(1));
  if (fieldOf(named)) select(named); else if (items.length > 0) visit(0);
}

start();

// For tests: what a person can see of the state.
globalThis.zhibiao = { kinds, queue: () => items, order, exported, drawAllBoxes };

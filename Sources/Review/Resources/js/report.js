// The report of a run: figures at a glance, the list of what must be looked at, and a search over all records.

import { element, shape, byID } from "./dom.js";

const data = JSON.parse(byID("data").textContent);
const languages = ["zh", "en"];
let language = document.documentElement.lang.startsWith("en") ? "en" : "zh";
/** Rows and items that are drawn at a time. */
const drawn = 200;
const queueShown = 500;
/** Bars of a list. */
const topUnits = 12;
const doubtful = 0.9;

const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const text = (key, values = {}) => fill(data.texts[language][key] ?? key, values);
const meaning = (code, values = {}) => fill(data.codes[language][code] ?? code, values);
const fieldName = key => data.names[language][key] ?? key;
const percent = share => `${Math.round(100 * share)}%`;

// Parts of the data come as scripts, one after the other

const parts = { forms: [], records: [], queue: [] };

globalThis.zhibiao = { part: (name, rows) => parts[name].push(...rows), found: () => found.length };

const load = source => new Promise((resolve, reject) => {
  document.head.append(element("script", { src: source, on: { load: resolve, error: reject } }));
});

async function loadAll() {
  for (const source of data.parts) {
    await load(source);
    if (source.includes("queue")) drawQueue();
    if (source.includes("records")) {
      byID("found").textContent = text("loading", { loaded: parts.records.length, all: data.counts.rows });
      // The page answers between parts.
      await new Promise(resolve => setTimeout(resolve));
    }
  }
  for (const row of parts.records) row.words = row.slice(2, 8).join(" ").toLowerCase();
  search();
}

// Figures at a glance

function bars(key, counts, name = value => value, most = Infinity) {
  const entries = Object.entries(counts).sort((one, other) => other[1] - one[1]).slice(0, most);
  const largest = Math.max(1, ...entries.map(entry => entry[1]));
  if (entries.length === 0) return null;
  return element("section", { class: "card" }, element("h2", {}, text(key)), element("dl", { class: "bars" },
    ...entries.flatMap(([value, count]) => {
      const bar = element("i");
      bar.style.width = `${100 * count / largest}%`;
      return [element("dt", { title: name(value) }, name(value)), element("dd", {}, bar),
        element("dd", { class: "count" }, String(count))];
    })));
}

const plotSize = { width: 320, height: 130 };

function plot(key, ...shapes) {
  const label = text(key);
  return element("section", { class: "card" }, element("h2", {}, label), shape("svg", {
    class: "plot", viewBox: `-24 -6 ${plotSize.width + 32} ${plotSize.height + 24}`, role: "img", "aria-label": label,
  }, shape("line", { x1: 0, y1: plotSize.height, x2: plotSize.width, y2: plotSize.height }), ...shapes));
}

const note = (x, y, words, anchor = "middle") => shape("text", { x, y, "text-anchor": anchor }, words);

/** Counts of equal steps between two figures. */
function histogram(key, counts, from, to, isLow = () => false) {
  const largest = Math.max(...counts);
  if (!(largest > 0)) return null;
  const width = plotSize.width / counts.length;
  const shapes = counts.map((count, index) => {
    const height = plotSize.height * count / largest;
    return shape("rect", {
      x: index * width + 0.5, y: plotSize.height - height, width: width - 1, height,
      class: isLow(from + index * (to - from) / counts.length) ? "low" : null,
    }, shape("title", {}, String(count)));
  });
  return plot(key, ...shapes, note(0, plotSize.height + 12, String(from)),
    note(plotSize.width, plotSize.height + 12, String(to)), note(-3, 6, String(largest), "end"));
}

function scatter(key, points) {
  if (points.length === 0) return null;
  const largest = Math.ceil(Math.max(100, ...points.flat()));
  const at = ([x, y]) => ({ cx: plotSize.width * x / largest, cy: plotSize.height * (1 - y / largest) });
  return plot(key, shape("line", { x1: 0, y1: plotSize.height, x2: plotSize.width, y2: 0 }),
    ...points.map(point => shape("circle", { ...at(point), r: 2 })),
    note(plotSize.width, plotSize.height + 12, `${text("target_axis")} ${largest}`, "end"),
    note(0, -1, `${text("actual_axis")} ${largest}`, "start"));
}

function drawFigures() {
  const figures = data.figures;
  byID("figures").replaceChildren(...[
    bars("by_status", figures.statuses, value => data.texts[language][value] ?? meaning(value)),
    bars("by_kind", figures.kinds, meaning), bars("by_year", figures.years),
    bars("by_unit", figures.units, value => value, topUnits),
    bars("checks", figures.checks, code => meaning(code).split(/[：:]/)[0]),
    histogram("confidence", figures.confidence, 0, 1, from => from < doubtful - 0.001),
    histogram("rate", figures.rates, 0, 110), histogram("score", figures.scores, 0, 100),
    scatter("target", figures.pairs),
  ].filter(part => part));
  const failures = data.failures.map(([file, code, message]) =>
    element("tr", {}, element("td", {}, file), element("td", { title: message }, data.texts[language][code] ?? code),
      element("td", {}, message)));
  byID("failures").replaceChildren(failures.length === 0 ? element("p", {}, text("no_failures"))
    : element("table", {}, element("tbody", {}, ...failures)));
}

// What must be looked at

const formOf = index => parts.forms[index];

/** The document's own page, at a field of it. */
function link(form, row, field) {
  const [file, sha, , , , , , ordinal] = form;
  const name = file.split("/").at(-1);
  if (!data.pages.includes(sha)) return name;
  const ref = `${ordinal - 1}/${row === null ? "" : row - 1}/${field}`;
  return element("a", { href: `pages/${sha}.html#${encodeURIComponent(ref)}`, target: "_blank", rel: "noopener" }, name);
}

function reason([kind, , , code, expected, found]) {
  if (kind === "check") return meaning(code, { expected, found });
  if (kind === "unread") return meaning(code);
  if (kind === "missing") return text("why_target");
  return text(kind === "sample" ? "why_sample" : "why_low", { value: percent(Number(expected)) });
}

function drawQueue() {
  const items = parts.queue;
  const sample = items.filter(item => item[0] === "sample").length;
  byID("queue-hint").textContent = items.length === 0 ? text("queue_empty")
    : text("queue_hint", { count: items.length, sample });
  const rows = items.slice(0, queueShown).map(item => {
    const [kind, form, row] = item;
    const field = kind === "missing" ? "target" : row === null ? "form_title" : "level3";
    return element("tr", {}, element("td", {}, text(`kind_${kind}`)),
      element("td", {}, link(formOf(form), row, field)),
      element("td", {}, `${formOf(form)[7]} ${row ?? ""}`), element("td", {}, reason(item)));
  });
  byID("queue").replaceChildren(element("table", {},
    element("thead", {}, element("tr", {}, ...["queue", "file", "row", "why"].map(key =>
      element("th", { scope: "col" }, text(key))))), element("tbody", {}, ...rows)));
}

// The search

const columns = ["file", "implementing_unit", "fiscal_year", "level1", "level2", "level3", "target", "actual", "weight",
  "score", "confidence"];
let found = [];
let shownRows = drawn;

const cells = row => {
  const form = formOf(row[0]);
  return [form[0], form[5] ?? "", form[3] ?? "", ...row.slice(2, 9), row[9]].map(cell => cell ?? "");
};

function search() {
  const words = byID("words").value.trim().toLowerCase().split(/\s+/).filter(word => word);
  const [kind, year, unit, below] = ["kind", "year", "unit", "below"].map(id => byID(id).value);
  const isWanted = parts.forms.map(form => (kind === "" || form[2] === kind) && (year === "" || String(form[3]) === year)
    && (unit === "" || form[5] === unit));
  const named = parts.forms.map(form => `${form[4] ?? ""} ${form[5] ?? ""} ${form[6] ?? ""} ${form[0]}`.toLowerCase());
  found = parts.records.filter(row => isWanted[row[0]] && (below === "" || row[9] < Number(below))
    && words.every(word => row.words.includes(word) || named[row[0]].includes(word)));
  shownRows = drawn;
  drawRecords();
}

function drawRecords() {
  byID("record-head").replaceChildren(element("tr", {}, ...columns.map(key =>
    element("th", { scope: "col" }, fieldName(key)))));
  byID("records").replaceChildren(...found.slice(0, shownRows).map(row => {
    const form = formOf(row[0]);
    const [, ...rest] = cells(row);
    return element("tr", {}, element("td", {}, link(form, row[1], "level3")), ...rest.map((cell, index) =>
      element("td", { class: index > 6 ? index === 9 && cell < doubtful ? "figure low" : "figure" : null },
        index === 9 ? percent(cell) : String(cell))));
  }));
  byID("found").textContent = text("found", { count: found.length, shown: Math.min(found.length, shownRows) });
  byID("more").hidden = found.length <= shownRows;
}

/** A cell that a spreadsheet would run as a formula is kept a text. */
function csvCell(value) {
  const plain = String(value);
  const guarded = /^[=+\-@\t]/.test(plain) && Number.isNaN(Number(plain)) ? `'${plain}` : plain;
  return /[",\n\r]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function saveCSV() {
  const lines = [columns.map(fieldName), ...found.map(cells)].map(line => line.map(csvCell).join(","));
  const url = URL.createObjectURL(new Blob(["\ufeff", lines.join("\r\n"), "\r\n"], { type: "text/csv" }));
  element("a", { href: url, download: "records.csv" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

function choices(id, values, name = value => value) {
  const chosen = byID(id).value;
  byID(id).replaceChildren(element("option", { value: "" }, text("any")),
    ...values.map(value => element("option", { value }, name(value))));
  byID(id).value = chosen;
}

function draw() {
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = text(node.dataset.t);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", text(node.dataset.label));
  document.title = text("title");
  byID("language").textContent = text("other_language");
  byID("summary").textContent = text("summary", data.counts);
  choices("kind", Object.keys(data.figures.kinds), meaning);
  choices("year", Object.keys(data.figures.years).sort());
  choices("unit", Object.keys(data.figures.units).sort());
  drawFigures();
  drawQueue();
}

let waiting = 0;
function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(search, 80);
}

for (const id of ["kind", "year", "unit", "below"]) byID(id).addEventListener("change", search);
byID("words").addEventListener("input", soon);
byID("more").addEventListener("click", () => { shownRows += drawn; drawRecords(); });
byID("csv").addEventListener("click", saveCSV);
byID("language").addEventListener("click", () => {
  language = languages.find(other => other !== language);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  draw();
  drawRecords();
});
byID("dark").addEventListener("click", () => {
  const on = byID("dark").getAttribute("aria-pressed") !== "true";
  byID("dark").setAttribute("aria-pressed", on);
  document.documentElement.dataset.theme = on ? "dark" : "light";
});
draw();
loadAll();

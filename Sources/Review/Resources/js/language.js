// The words of the page: all of them come from the catalogues in its data.

import { doc } from "./data.js";

const languages = ["zh", "en"];
let language = document.documentElement.lang.startsWith("en") ? "en" : "zh";

export const currentLanguage = () => language;

export const otherLanguage = () => languages.find(other => other !== language);

export function setLanguage(next) {
  language = next;
  document.documentElement.lang = next === "zh" ? "zh-CN" : "en";
}

/** A text of the page with its places filled in. */
export function text(key, values = {}) {
  const pattern = doc.texts[language][key] ?? key;
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** What a code of the records means; the code itself where no one has said. */
export function meaning(code, values = {}) {
  const pattern = doc.codes[language][code];
  return pattern === undefined ? undefined : pattern.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The plain name of a field: 指标值 for `target`, the printed label for `fields.联系电话`. */
export function fieldName(field, form) {
  const dot = field.indexOf(".");
  if (dot < 0) return doc.names[language][field] ?? field;
  const [group, rest] = [field.slice(0, dot), field.slice(dot + 1)];
  if (group !== "funds") return rest;
  const [ordinal, key] = rest.split(".");
  const label = form?.byField.get(`funds.${ordinal}.label`)?.printedValue ?? ordinal;
  return `${label} ${doc.names[language][key] ?? key}`;
}

export const percent = share => `${Math.round(share * 100)}%`;

/** Fills in the texts of everything that names one. */
export function translate(root = document) {
  for (const node of root.querySelectorAll("[data-t]")) node.textContent = text(node.dataset.t);
  for (const node of root.querySelectorAll("[data-title]")) node.title = text(node.dataset.title);
  for (const node of root.querySelectorAll("[data-label]")) node.setAttribute("aria-label", text(node.dataset.label));
}

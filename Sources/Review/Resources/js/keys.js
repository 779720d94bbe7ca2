// What keys do. They can be changed, and do nothing while Chinese is being typed.

import { byID, element } from "./dom.js";
import { text } from "./language.js";

const keysName = "zhibiao-keys";
const standard = { enter: "Enter", back: "Shift+Enter", confirm: "q", correct: "e", unreadable: "x", remove: "Delete" };

function kept() {
  try { return JSON.parse(localStorage.getItem(keysName) ?? "{}"); } catch { return {}; }
}

let keys = { ...standard, ...kept() };

const shownAs = { Enter: "↵", "Shift+Enter": "⇧↵", Delete: "Del" };

export const keyName = action => shownAs[keys[action]] ?? keys[action].toUpperCase();

function nameOf(event) {
  const plain = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.shiftKey && event.key.length > 1 ? `Shift+${plain}` : plain;
}

function change(action, name) {
  keys = { ...keys, [action]: name };
  try { localStorage.setItem(keysName, JSON.stringify(keys)); } catch { /* They hold until the page is closed. */ }
}

/** Whether an input method is composing a character: its Enter and letters are its own. */
export const isComposing = event => event.isComposing || event.keyCode === 229;

const isTyping = node => node.matches?.("textarea, input:not([type=checkbox])");

/**
 * Has keys do what they stand for.
 *
 * @param actions functions by the names of `standard`, and `take` for Ctrl+Enter in a text, `undo` for Ctrl+Z.
 */
export function startKeys(actions) {
  document.addEventListener("keydown", event => {
    if (isComposing(event)) return;
    const isControl = event.ctrlKey || event.metaKey;
    if (isTyping(event.target)) {
      if (event.target.id === "detail-value" && isControl && event.key === "Enter") {
        event.preventDefault();
        actions.take();
      } else if (event.key === "Escape") {
        event.target.blur();
      }
      return;
    }
    if (isControl && event.key.toLowerCase() === "z") { event.preventDefault(); actions.undo(); return; }
    if (isControl || event.altKey) return;
    // Enter on a button of the tools is that button's.
    const isField = event.target.matches?.(".v, body, #forms, #queue button, #pages, #detail button") ?? true;
    const action = Object.keys(keys).find(name => keys[name] === nameOf(event));
    if (!action || !isField) return;
    event.preventDefault();
    actions[action]();
  });
}

/** The list of keys, each a place to press another one. */
export function keyList() {
  return Object.keys(standard).map(action => {
    const input = element("input", { type: "text", value: keyName(action), readonly: true, "aria-label": text(`key_${action}`) });
    input.addEventListener("keydown", event => {
      if (isComposing(event) || ["Tab", "Shift", "Control", "Alt", "Escape"].includes(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      change(action, nameOf(event));
      input.value = keyName(action);
    });
    return [element("dt", {}, input), element("dd", {}, text(`key_${action}`))];
  }).flat();
}

export function closeOnEscape(panel, button) {
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || panel.hidden) return;
    panel.hidden = true;
    byID(button).setAttribute("aria-expanded", "false");
  });
}

// The pages of the original: zoom, turning, and the boxes of fields on them.

import { currentLanguage, fieldName, percent, text } from "./language.js";
import { allFields, doc, sureness } from "./data.js";
import { byID, element, shape } from "./dom.js";

const zoomStep = 1.25;
const zoomRange = [0.25, 6];
/** Points around a printed line that belong to its box. */
const margin = 1.5;
/** Of the page's picture, around the box. */
const cropMargin = { x: 14, y: 8 };
/** The widest crop, in pixels of the screen. */
const cropWidth = 900;

const pane = byID("pages");
const pageOf = number => byID(`page-${number}`);
let fit = "width";
let zoom = 1;
let turn = 0;
let onSelect = () => {};

const isSideways = () => turn % 180 !== 0;

function largest(key) {
  return Math.max(1, ...doc.pages.map(page => page[key]));
}

function fitting() {
  const [wide, high] = isSideways() ? [largest("height"), largest("width")] : [largest("width"), largest("height")];
  const room = { width: pane.clientWidth - 28, height: pane.clientHeight - 28 };
  return fit === "page" ? Math.min(room.width / wide, room.height / high) : room.width / wide;
}

function setZoom(next) {
  const place = pane.scrollHeight > 0 ? pane.scrollTop / pane.scrollHeight : 0;
  zoom = Math.min(zoomRange[1], Math.max(zoomRange[0], next));
  pane.style.setProperty("--zoom", zoom);
  byID("zoom").textContent = percent(zoom * 72 / 96);
  pane.scrollTop = place * pane.scrollHeight;
}

function setFit(next) {
  fit = next;
  byID("fit-width").setAttribute("aria-pressed", fit === "width");
  byID("fit-page").setAttribute("aria-pressed", fit === "page");
  if (fit !== "none") setZoom(fitting());
}

function setTurn(next) {
  turn = next % 360;
  pane.className = `pages turn-${turn}`;
  pane.style.setProperty("--turn", `${turn}deg`);
  setFit(fit === "none" ? "width" : fit);
}

// The boxes of fields

/** Boxes of one place, which may hold several fields: a merged level stands for each of its rows. */
function boxes() {
  const byPage = new Map();
  for (const field of allFields()) {
    if (field.basis === "computed" || field.basis === "from_title") continue;
    for (const { page, bbox } of field.places) {
      const places = byPage.get(page) ?? byPage.set(page, new Map()).get(page);
      const key = bbox.join();
      const place = places.get(key) ?? places.set(key, { bbox, fields: [] }).get(key);
      place.fields.push(field);
    }
  }
  return byPage;
}

function box({ bbox, fields }) {
  const [x0, y0, x1, y1] = bbox;
  const isDoubtful = fields.some(field => field.confidence < sureness);
  const rect = shape("rect", {
    x: x0 - margin, y: y0 - margin, width: x1 - x0 + 2 * margin, height: y1 - y0 + 2 * margin,
    class: isDoubtful ? "doubt" : null, "data-ref": fields[0].ref,
  }, shape("title", {}, fieldName(fields[0].field, fields[0].form)));
  rect.refs = fields.map(field => field.ref);
  rect.addEventListener("click", () => {
    // A second click goes on to the next field of the same place.
    const lit = rect.refs.indexOf(pane.dataset.selected);
    onSelect(rect.refs[(lit + 1) % rect.refs.length]);
  });
  return rect;
}

const rects = new Map();
/** Boxes that are not drawn yet, by page: each page's are drawn when it is first shown or asked for. */
let undrawn = new Map();

function drawBoxes(page) {
  const places = undrawn.get(page);
  const layer = pageOf(page)?.querySelector("svg.fields");
  if (!places || !layer) return;
  undrawn.delete(page);
  for (const place of places.values()) {
    const rect = box(place);
    layer.append(rect);
    for (const ref of rect.refs) {
      if (!rects.has(ref)) rects.set(ref, []);
      rects.get(ref).push(rect);
    }
  }
}

/** Draws the boxes of all pages: to a test they are all there. */
export const drawAllBoxes = () => [...undrawn.keys()].forEach(drawBoxes);

/** The boxes of a field, in the order in which its parts were put together. */
function boxesOf(field) {
  for (const place of field.places) drawBoxes(place.page);
  return rects.get(field.ref) ?? [];
}

/** Names the pages, and what is still to be drawn, in the language of the page. */
export function namePages() {
  for (const page of doc.pages) {
    pageOf(page.number)?.querySelector("img")?.setAttribute("alt", text("on_page", { page: page.number }));
  }
  byID("page-count").textContent = `/ ${doc.pages.length}`;
  pane.lang = currentLanguage();
}

let litBoxes = [];

/** Lights the boxes of a field up and brings the first into view; of a blank field, the row's name. */
export function show(field) {
  for (const rect of litBoxes) rect.classList.remove("lit");
  const fallback = field.row?.byField.get("level3");
  const own = boxesOf(field);
  litBoxes = own.length > 0 || !fallback ? own : boxesOf(fallback);
  pane.dataset.selected = field.ref;
  for (const rect of litBoxes) rect.classList.add("lit");
  if (litBoxes.length > 0) reveal(litBoxes[0]); else showPage(field.page);
}

function reveal(rect) {
  const page = rect.closest(".page");
  // A page that was never shown has its size all the same, but its boxes have none yet.
  const number = Number(page.dataset.page);
  const { height } = doc.pages.find(page => page.number === number);
  const view = rect.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  if (view.height > 0 && view.top >= frame.top + 8 && view.bottom <= frame.bottom - 8
    && view.left >= frame.left && view.right <= frame.right) return;
  const share = turn === 0 ? Number(rect.getAttribute("y")) / height : 0.3;
  pane.scrollTop = page.offsetTop + share * page.offsetHeight - pane.clientHeight * 0.35;
  if (turn === 0) {
    const left = page.offsetLeft + Number(rect.getAttribute("x")) * zoom;
    if (left < pane.scrollLeft || left > pane.scrollLeft + pane.clientWidth * 0.8) pane.scrollLeft = left - 40;
  }
}

export function showPage(number) {
  const page = pageOf(number);
  if (page) pane.scrollTop = page.offsetTop - 12;
}

// The crop beside a field

/** Draws the part of the page on which a field is printed; false where there is none. */
export async function crop(field, canvas) {
  const places = field.places.length > 0 ? field.places : field.row?.byField.get("level3")?.places ?? [];
  const page = places[0]?.page;
  const picture = page ? pageOf(page)?.querySelector("img") : null;
  if (!picture) return false;
  picture.loading = "eager";
  await picture.decode();
  const own = places.filter(place => place.page === page).map(place => place.bbox);
  const size = doc.pages.find(candidate => candidate.number === page);
  const left = Math.max(0, Math.min(...own.map(box => box[0])) - cropMargin.x);
  const top = Math.max(0, Math.min(...own.map(box => box[1])) - cropMargin.y);
  const right = Math.min(size.width, Math.max(...own.map(box => box[2])) + cropMargin.x);
  const bottom = Math.min(size.height, Math.max(...own.map(box => box[3])) + cropMargin.y);
  const pixels = picture.naturalWidth / size.width;
  const scale = Math.min(2, cropWidth / ((right - left) * pixels));
  canvas.width = Math.max(1, (right - left) * pixels * scale);
  canvas.height = Math.max(1, (bottom - top) * pixels * scale);
  const brush = canvas.getContext("2d");
  brush.imageSmoothingQuality = "high";
  brush.drawImage(picture, left * pixels, top * pixels, (right - left) * pixels, (bottom - top) * pixels,
    0, 0, canvas.width, canvas.height);
  brush.strokeStyle = "#1f6fb0";
  brush.lineWidth = 2;
  for (const [x0, y0, x1, y1] of own) {
    brush.strokeRect((x0 - left - margin) * pixels * scale, (y0 - top - margin) * pixels * scale,
      (x1 - x0 + 2 * margin) * pixels * scale, (y1 - y0 + 2 * margin) * pixels * scale);
  }
  return true;
}

// The page's own tools

function currentPage() {
  const middle = pane.scrollTop + pane.clientHeight / 3;
  let number = doc.pages[0]?.number ?? 1;
  for (const page of doc.pages) {
    if ((pageOf(page.number)?.offsetTop ?? Infinity) <= middle) number = page.number;
  }
  return number;
}

function step(by) {
  const index = doc.pages.findIndex(page => page.number === currentPage());
  const next = doc.pages[index + by];
  if (next) showPage(next.number);
}

function layerSwitches() {
  const holder = document.querySelector(".layers-switches");
  const names = [...new Set([...document.querySelectorAll("svg.layers > g > g, svg.layers > g.records")]
    .map(group => group.getAttribute("class")).filter(name => name))];
  for (const name of names) {
    const groups = document.querySelectorAll(`svg.layers g.${name}`);
    const isOn = ["tables", "cells", "outside"].includes(name);
    const apply = on => groups.forEach(group => { group.style.display = on ? "" : "none"; });
    apply(isOn);
    const input = element("input", {
      type: "checkbox", checked: isOn, on: { change: event => apply(event.target.checked) },
    });
    holder.append(element("label", { class: name }, input, element("i"), name));
  }
}

export function startPages(action) {
  onSelect = action;
  undrawn = boxes();
  const watch = new IntersectionObserver(entries => {
    for (const entry of entries) if (entry.isIntersecting) drawBoxes(Number(entry.target.dataset.page));
  }, { root: pane, rootMargin: "50%" });
  for (const page of pane.querySelectorAll(".page")) watch.observe(page);
  layerSwitches();
  setFit("width");
  new ResizeObserver(() => { if (fit !== "none") setZoom(fitting()); }).observe(pane);
  byID("zoom-in").addEventListener("click", () => { setFit("none"); setZoom(zoom * zoomStep); });
  byID("zoom-out").addEventListener("click", () => { setFit("none"); setZoom(zoom / zoomStep); });
  byID("fit-width").addEventListener("click", () => setFit("width"));
  byID("fit-page").addEventListener("click", () => setFit("page"));
  byID("turn").addEventListener("click", () => setTurn(turn + 90));
  byID("page-back").addEventListener("click", () => step(-1));
  byID("page-on").addEventListener("click", () => step(1));
  const input = byID("page-number");
  input.addEventListener("change", () => showPage(Number(input.value)));
  pane.addEventListener("scroll", () => {
    if (document.activeElement !== input) input.value = currentPage();
  }, { passive: true });
}

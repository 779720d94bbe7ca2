// What was read of the document, as values with their places on the pages.

/** What the program wrote into the page. */
export const doc = JSON.parse(document.getElementById("data").textContent);

/** Fields and rows below this are to be looked at. */
export const sureness = 0.9;

/** Figures of records. */
const figures = new Set(["weight", "score", "level1_weight", "total_weight", "total_score", "amount", "initial_budget",
  "adjusted_budget", "executed", "execution_rate"]);
const money = new Set(["amount", "initial_budget", "adjusted_budget", "executed"]);

const lastKey = field => field.startsWith("fields.") || field.startsWith("extra.") ? "" : field.split(".").at(-1);

export const isFigure = field => figures.has(lastKey(field));
export const isMoney = field => money.has(lastKey(field));

/** One field of a form or of a row of it. */
export class Field {
  constructor(form, row, account) {
    this.form = form;
    this.row = row;
    // What is as usual was not written into the page.
    Object.assign(this, {
      basis: "printed", places: [], reading: null, repairs: [], confidence: 1, reason: null,
    }, account);
    this.ref = `${form.index}/${row ? row.index : ""}/${account.field}`;
  }

  /** The value as a text, as a correction names it; null for a blank field. */
  get printedValue() {
    if (this.value === null || this.value === undefined) return null;
    return typeof this.value === "object" ? this.value.text : String(this.value);
  }

  get isInferred() { return this.repairs.includes("role_inferred"); }

  get page() { return this.places[0]?.page ?? this.row?.page ?? this.form.pages[0]; }
}

const blank = field => (
  { field, value: null, basis: "unplaced", places: [], reading: null, repairs: [], confidence: 1, reason: null });

const fields = new Map();

function index(owner, form, row) {
  owner.byField = new Map();
  owner.fields = owner.fields.map(account => new Field(form, row, account));
  for (const field of owner.fields) {
    owner.byField.set(field.field, field);
    fields.set(field.ref, field);
  }
}

doc.forms.forEach((form, formIndex) => {
  form.index = formIndex;
  index(form, form, null);
  form.rows.forEach((row, rowIndex) => {
    row.index = rowIndex;
    row.form = form;
    index(row, form, row);
    row.page = row.source.page;
  });
});

export const forms = doc.forms;

export const fieldOf = ref => fields.get(ref);

export const allFields = () => fields.values();

/** The field of that name; a blank one where the record has none. */
export function fieldNamed(name, form, row = null) {
  const owner = row ?? form;
  let field = owner.byField.get(name);
  if (!field) {
    field = new Field(form, row, blank(name));
    owner.byField.set(name, field);
    fields.set(field.ref, field);
  }
  return field;
}

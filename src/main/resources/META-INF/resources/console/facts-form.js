// Converts between form fields and facts. Input that cannot be converted is sent as typed, so that
// the service reports the problem.

const wholeNumber = /^-?\d{1,15}$/;
const percentage = /^\d{1,3}([.,]\d{1,10})?$/;

const parse = {
  text: (text) => text,
  choice: (text) => text,
  language: (text) => text,
  country: (text) => text.toUpperCase(),
  currency: (text) => text.toUpperCase(),
  day: (text) => text,
  decimal: (text) => text.replace(',', '.'),
  percentage: (text) => (percentage.test(text) ? Number(text.replace(',', '.')) : text),
  whole: (text) => (wholeNumber.test(text) ? Number(text) : text),
  yes_no: (text) => text === 'true',
};

function several(field) {
  const words = [...field.querySelectorAll('input:checked')].map((box) => box.value);
  return words.length > 0 ? words : undefined;
}

function rows(field) {
  const filled = [...field.querySelectorAll('li')].map((row) => {
    const object = {};
    for (const control of row.querySelectorAll('[data-member]')) {
      const text = control.value.trim();
      if (text !== '') object[control.dataset.member] = parse[control.dataset.parsed](text);
    }
    return object;
  });
  return filled.length > 0 ? filled : undefined;
}

/** The value of a field; undefined if it is empty. */
export function valueOf(field) {
  const kind = field.dataset.entered;
  if (kind === 'several') return several(field);
  if (kind === 'rows') return rows(field);
  if (kind === 'radio') return field.querySelector('input:checked')?.value;
  const control = field.querySelector('input, select');
  if (control.validity.badInput) return undefined;
  const text = control.value.trim();
  return text === '' ? undefined : parse[kind](text);
}

export function factAt(facts, name) {
  return name.split('.').reduce((object, part) => object?.[part], facts);
}

/** A copy of the facts with one value set or removed; empty groups are left out. */
export function withFact(facts, name, value) {
  const copy = structuredClone(facts);
  const parts = name.split('.');
  const last = parts.pop();
  let group = copy;
  for (const part of parts) {
    if (typeof group[part] !== 'object' || group[part] === null) group[part] = {};
    group = group[part];
  }
  if (value === undefined) {
    delete group[last];
    if (parts.length > 0 && Object.keys(group).length === 0) delete copy[parts[0]];
  } else {
    group[last] = value;
  }
  return copy;
}

function addRow(field, object) {
  const row = document.getElementById(field.dataset.row).content.cloneNode(true);
  for (const control of row.querySelectorAll('[data-member]')) {
    const value = object[control.dataset.member];
    if (value !== undefined) show(control, value);
  }
  field.querySelector('[data-rows]').append(row);
}

/** Shows a word even if the list lacks it: it may be mistyped in the JSON. */
function show(control, value) {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (control instanceof HTMLSelectElement && ![...control.options].some((one) => one.value === text)) {
    control.add(new Option(text, text));
  }
  control.value = text;
}

/** Sets a field from the facts. */
export function setValue(field, facts) {
  const value = factAt(facts, field.dataset.fact);
  const kind = field.dataset.entered;
  if (kind === 'rows') {
    field.querySelector('[data-rows]').replaceChildren();
    if (Array.isArray(value)) value.forEach((one) => addRow(field, one ?? {}));
  } else if (kind === 'several') {
    for (const box of field.querySelectorAll('input')) {
      box.checked = Array.isArray(value) && value.includes(box.value);
    }
  } else if (kind === 'radio') {
    for (const button of field.querySelectorAll('input')) button.checked = button.value === value;
  } else {
    show(field.querySelector('input, select'), value ?? '');
  }
}

/** Adds an empty row to a list and focuses it. */
export function addEmptyRow(field) {
  addRow(field, {});
  field.querySelector('li:last-child select').focus();
}

/** Sets the error of a field; an empty message clears it. */
export function setError(field, message) {
  const error = field.querySelector('.error');
  error.textContent = message;
  error.hidden = message === '';
  for (const control of field.querySelectorAll('input, select')) {
    if (message === '') {
      control.removeAttribute('aria-invalid');
      if (control.getAttribute('aria-describedby') === error.id) control.removeAttribute('aria-describedby');
    } else {
      control.setAttribute('aria-invalid', 'true');
      if (!control.hasAttribute('aria-describedby')) control.setAttribute('aria-describedby', error.id);
    }
  }
}

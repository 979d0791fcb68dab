// Converts between form fields and facts. Input that cannot be converted is sent as typed, so that
// the service reports the problem.

const wholeNumber = /^-?\d{1,15}$/;

const parse = {
  text: (text) => text,
  choice: (text) => text,
  language: (text) => text,
  country: (text) => text.toUpperCase(),
  currency: (text) => text.toUpperCase(),
  day: (text) => text,
  decimal: (text) => text.replace(',', '.'),
  whole: (text) => (wholeNumber.test(text) ? Number(text) : text),
  yes_no: (text) => text === 'true',
};

function several(field) {
  const words = [...field.querySelectorAll('input:checked')].map((box) => box.value);
  return words.length > 0 ? words : undefined;
}

function defects(field) {
  const named = [...field.querySelectorAll('li')].map((row) => {
    const defect = {};
    for (const control of row.querySelectorAll('[data-defect]')) {
      const text = control.value.trim();
      if (text !== '') {
        defect[control.dataset.defect] = control.dataset.defect === 'quantity' ? parse.whole(text) : text;
      }
    }
    return defect;
  });
  return named.length > 0 ? named : undefined;
}

/** The value of a field; undefined if it is empty. */
export function valueOf(field) {
  const kind = field.dataset.entered;
  if (kind === 'several') return several(field);
  if (kind === 'defects') return defects(field);
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

function addDefect(field, defect) {
  const row = document.getElementById('defect').content.cloneNode(true);
  for (const control of row.querySelectorAll('[data-defect]')) {
    const value = defect[control.dataset.defect];
    if (value !== undefined) show(control, value);
  }
  field.querySelector('[data-defects]').append(row);
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
  if (kind === 'defects') {
    field.querySelector('[data-defects]').replaceChildren();
    if (Array.isArray(value)) value.forEach((one) => addDefect(field, one ?? {}));
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

/** Adds an empty defect and focuses it. */
export function addEmptyDefect(field) {
  addDefect(field, { quantity: 1 });
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

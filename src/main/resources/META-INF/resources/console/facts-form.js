// A form and the facts that it stands for. What a field can not say correctly is sent as it was
// typed, for the service to say what is wrong with it.

const wholeNumber = /^-?\d{1,15}$/;

const read = {
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
        defect[control.dataset.defect] = control.dataset.defect === 'quantity' ? read.whole(text) : text;
      }
    }
    return defect;
  });
  return named.length > 0 ? named : undefined;
}

/** What a field says; undefined when nothing. */
export function valueOf(field) {
  const kind = field.dataset.entered;
  if (kind === 'several') return several(field);
  if (kind === 'defects') return defects(field);
  if (kind === 'radio') return field.querySelector('input:checked')?.value;
  const control = field.querySelector('input, select');
  if (control.validity.badInput) return undefined;
  const text = control.value.trim();
  return text === '' ? undefined : read[kind](text);
}

export function factAt(facts, name) {
  return name.split('.').reduce((object, part) => object?.[part], facts);
}

/** The facts with another value in one place; groups that are empty are left out. */
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

/** A word that a list does not hold is shown all the same: it may be mistyped in the JSON. */
function show(control, value) {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (control instanceof HTMLSelectElement && ![...control.options].some((one) => one.value === text)) {
    control.add(new Option(text, text));
  }
  control.value = text;
}

/** Has a field say what the facts do. */
export function showIn(field, facts) {
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

/** Adds an empty defect, to be filled in. */
export function newDefect(field) {
  addDefect(field, { quantity: 1 });
  field.querySelector('li:last-child select').focus();
}

/** Says what is wrong with a field, or that nothing is. */
export function complain(field, message) {
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

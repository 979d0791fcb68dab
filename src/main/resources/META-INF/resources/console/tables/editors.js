// Cell editors: a list, a date, one line or several.

const ANY = ['-', 'known', 'not known'];
const TRUTHS = ['true', 'false'];

/** The words that a cell of the column may contain. */
function words(column) {
  const own = column.type === 'BOOLEAN' ? TRUTHS : column.allowed;
  return column.kind === 'condition' ? [...own, ...ANY] : [...own, '-'];
}

function choice(column, text) {
  const select = document.createElement('select');
  for (const word of new Set([text, ...words(column)])) {
    select.append(new Option(word, word, false, word === text));
  }
  return select;
}

/** A text field that suggests the words that may come next. */
function line(column) {
  const input = document.createElement('input');
  input.type = 'text';
  input.spellcheck = false;
  input.autocomplete = 'off';
  const own = words(column);
  if (column.kind !== 'remark' && own.length > 1) {
    const offers = document.createElement('datalist');
    offers.id = 'offers';
    input.setAttribute('list', offers.id);
    const offer = () => {
      const before = input.value.slice(0, input.value.lastIndexOf(',') + 1);
      const used = before.split(',').map((word) => word.trim());
      const next = before === '' ? own : column.allowed;
      offers.replaceChildren(...next
        .filter((word) => !used.includes(word))
        .map((word) => new Option('', before === '' ? word : before + ' ' + word)));
    };
    input.addEventListener('input', offer);
    offer();
    input.offers = offers;
  }
  return input;
}

/** Remarks may have several lines. */
function lines() {
  const area = document.createElement('textarea');
  area.rows = 1;
  return area;
}

function day(text) {
  const input = document.createElement('input');
  input.type = 'date';
  input.value = text;
  return input;
}

/** The control for a cell, with its text. */
export function editorOf(column, text, replaced) {
  const alone = column.kind === 'outcome' && !column.list;
  if (alone && (column.type === 'BOOLEAN' || column.allowed.length > 0 && column.allowed.length <= 40)) {
    const select = choice(column, text);
    const begins = replaced && [...select.options].find((one) => one.value.startsWith(replaced.toUpperCase()));
    if (begins) {
      select.value = begins.value;
    }
    return select;
  }
  if (alone && column.type === 'DATE' && replaced === null && /^(\d{4}-\d\d-\d\d)?$/.test(text)) {
    return day(text);
  }
  const control = column.kind === 'remark' ? lines() : line(column);
  control.value = replaced ?? text;
  return control;
}

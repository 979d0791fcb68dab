// Cell editors: a list, a date, one line or several.

import { labelOf, showsCodes } from './labels.js';

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
    const option = new Option(showsCodes() ? word : labelOf(word), word, false, word === text);
    option.title = word;
    select.append(option);
  }
  return select;
}

/** An entry of a list of suggestions, with the word of its code. */
function offer(text, code) {
  const option = new Option('', text);
  if (labelOf(code) !== code) {
    option.label = labelOf(code);
  }
  return option;
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
    const suggest = () => {
      const before = input.value.slice(0, input.value.lastIndexOf(',') + 1);
      const used = before.split(',').map((word) => word.trim());
      const next = before === '' ? own : column.allowed;
      offers.replaceChildren(...next
        .filter((word) => !used.includes(word))
        .map((word) => offer(before === '' ? word : before + ' ' + word, word)));
    };
    input.addEventListener('input', suggest);
    suggest();
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
  const closed = !column.open && column.allowed.length > 0 && column.allowed.length <= 40;
  if (alone && (column.type === 'BOOLEAN' || closed)) {
    const select = choice(column, text);
    const typed = replaced?.toUpperCase();
    const begins = typed && [...select.options].find(
      (one) => one.value.startsWith(typed) || one.text.toUpperCase().startsWith(typed));
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

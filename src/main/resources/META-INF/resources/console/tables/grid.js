// Shows the rows of a model as a grid. Only visible rows are in the document.

import { editorOf } from './editors.js';
import { element } from './element.js';
import { inCodes, inWords, shown } from './labels.js';
import { Selection } from './selection.js';

const LINE_HEIGHT = 36;
const TWO_LINES_HEIGHT = 56;

/** At most so much of the width is for columns that stay in sight. */
// A narrower frame has no room for columns that stay.
const MIN_ROOM_TO_PIN = 600;
const MAX_PINNED_FIRST = 0.4;
const MAX_PINNED_OUTCOMES = 0.5;

const OVERSCAN_ROWS = 8;
const MIN_WIDTH = 6;
const MAX_LETTERS = 34;
const LETTER_WIDTH = 0.56;

/** Fires `select`, and `draft` while the user types. */
export class Grid extends EventTarget {
  #frame;
  #body;
  #before;
  #after;
  #from = -1;
  #editor = null;

  constructor(frame, model, options) {
    super();
    this.#frame = frame;
    this.model = model;
    this.editable = options.editable;
    this.say = options.say;
    this.notes = { ofCell: () => null, warningOf: () => null, ofRow: () => null };
    this.usage = new Map();
    this.showsUsage = options.showsUsage;
    frame.classList.toggle('with-usage', options.showsUsage);
    this.shown = model.rows.map((row, i) => i);
    this.selection = new Selection();
    this.pinned = new Map();
    this.pinnedLeft = 0;
    this.pinnedRight = 0;
    const long = model.columns.some((column, place) =>
      model.rows.some((row) => inWords(column, row.cells[place]).length > MAX_LETTERS));
    this.rowHeight = long ? TWO_LINES_HEIGHT : LINE_HEIGHT;
    this.#build(options.name);
    this.table.classList.toggle('two-lines', long);
    frame.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => {
      this.#pin();
      this.render();
    }).observe(frame);
  }

  get editing() { return this.#editor !== null; }

  #build(name) {
    const { columns, first } = this.model;
    this.table = element('table', { role: 'grid', 'aria-label': name, 'aria-colcount': columns.length + 1, 'aria-multiselectable': 'true' });
    if (!this.editable) {
      this.table.setAttribute('aria-readonly', 'true');
    }
    const widths = element('colgroup');
    widths.append(element('col', { class: 'number' }));
    columns.forEach((column, place) => {
      const longest = this.model.rows.reduce(
        (most, row) => Math.max(most, inWords(column, row.cells[place]).length), 0);
      const wanted = Math.max(column.title.length, column.label.length, Math.min(longest, MAX_LETTERS)) * LETTER_WIDTH + 2;
      const col = element('col');
      col.style.width = Math.max(MIN_WIDTH, wanted) + 'rem';
      widths.append(col);
    });
    const head = element('thead');
    const labels = element('tr', { 'aria-rowindex': 1 });
    const names = element('tr', { 'aria-rowindex': 2 });
    const corner = element('th', { scope: 'col', class: 'number' }, String(first - 2));
    if (this.showsUsage) {
      corner.prepend(element('span', { class: 'used', title: this.say('daysHint') }, this.say('days')));
    }
    labels.append(corner);
    names.append(element('th', { scope: 'col', class: 'number' }, String(first - 1)));
    for (const column of columns) {
      labels.append(element('th', { scope: 'col', class: column.kind, title: column.sheetLabel }, column.label || column.title));
      names.append(element('th', { scope: 'col', class: column.kind + ' mono', title: column.title }, column.title));
    }
    head.append(labels, names);
    this.#before = element('tbody', { 'aria-hidden': 'true', class: 'out-of-sight' });
    this.#body = element('tbody');
    this.#after = element('tbody', { 'aria-hidden': 'true', class: 'out-of-sight' });
    for (const rest of [this.#before, this.#after]) {
      const row = element('tr');
      row.append(element('td', { colspan: columns.length + 1 }));
      rest.append(row);
    }
    this.table.append(widths, head, this.#before, this.#body, this.#after);
    this.#frame.replaceChildren(this.table);
  }

  /** Keeps the first column and the outcomes in sight, as far as the width allows. */
  #pin() {
    const heads = [...this.table.tHead.rows[0].cells];
    const room = this.#frame.clientWidth;
    const numbers = heads[0].offsetWidth;
    this.pinned = new Map();
    this.pinnedLeft = 0;
    this.pinnedRight = 0;
    if (room >= MIN_ROOM_TO_PIN && this.table.offsetWidth > room && heads.length > 2) {
      if (numbers + heads[1].offsetWidth <= room * MAX_PINNED_FIRST) {
        this.pinned.set(0, { left: numbers + 'px' });
        this.pinnedLeft = heads[1].offsetWidth;
      }
      const most = (room - numbers - this.pinnedLeft) * MAX_PINNED_OUTCOMES;
      const outcomes = [];
      let width = 0;
      for (const [place, column] of this.model.columns.entries()) {
        if (column.kind === 'outcome' && place > 0) {
          width += heads[place + 1].offsetWidth;
          if (width > most) {
            break;
          }
          outcomes.unshift(place);
        }
      }
      for (const place of outcomes) {
        this.pinned.set(place, { right: this.pinnedRight + 'px' });
        this.pinnedRight += heads[place + 1].offsetWidth;
      }
    }
    for (const row of this.table.tHead.rows) {
      this.model.columns.forEach((column, place) => this.#stick(row.cells[place + 1], place));
    }
  }

  #stick(cell, place) {
    const at = this.pinned.get(place);
    cell.classList.toggle('pinned', at !== undefined);
    cell.style.left = at?.left ?? '';
    cell.style.right = at?.right ?? '';
  }

  /** The model index of a shown row; rows below the last one do not exist yet. */
  index(row) { return this.shown[row] ?? this.model.rows.length + row - this.shown.length; }

  show(indexes) {
    this.shown = indexes;
    this.selection.to(Math.max(0, Math.min(this.selection.row, indexes.length - 1)), this.selection.column, false);
    this.render();
  }

  #scrolled() {
    const from = Math.floor(this.#frame.scrollTop / this.rowHeight);
    if (Math.abs(from - this.#from) >= OVERSCAN_ROWS / 2) {
      this.render();
    }
  }

  render() {
    if (this.editing) {
      this.commit();
      return;
    }
    const focused = this.#frame.contains(document.activeElement);
    const total = this.shown.length;
    this.#from = Math.floor(this.#frame.scrollTop / this.rowHeight);
    const start = Math.max(0, this.#from - OVERSCAN_ROWS);
    const end = Math.min(total, this.#from + Math.ceil(this.#frame.clientHeight / this.rowHeight) + OVERSCAN_ROWS);
    this.table.setAttribute('aria-rowcount', total + 2);
    this.#fill(this.#before, start);
    this.#fill(this.#after, total - end);
    const rows = [];
    for (let row = start; row < end; row++) {
      rows.push(this.#row(row));
    }
    this.#body.replaceChildren(...rows);
    // Keeps the grid reachable by keyboard while the selected cell is scrolled out of view.
    this.#frame.tabIndex = this.#focusable() ? -1 : 0;
    if (focused) {
      (this.#focusable() ?? this.#frame).focus({ preventScroll: true });
    }
  }

  #fill(rest, rows) {
    rest.hidden = rows === 0;
    rest.firstChild.firstChild.style.height = rows * this.rowHeight + 'px';
  }

  #row(row) {
    const index = this.shown[row];
    const { columns, first } = this.model;
    const number = first + index;
    const line = element('tr', { 'aria-rowindex': row + 3, 'data-number': number });
    line.append(this.#number(row, number));
    columns.forEach((column, place) => line.append(this.#cell(row, place, column)));
    return line;
  }

  #number(row, number) {
    const cell = element('th', { scope: 'row', class: 'number', tabindex: this.#tabindex(row, -1), 'data-row': row, 'data-column': -1 }, String(number));
    const note = this.notes.ofRow(number);
    const used = this.usage.get(this.model.rows[this.shown[row]].from);
    if (used) {
      cell.prepend(element('span', { class: used.unused ? 'used none' : 'used', 'aria-hidden': 'true' }, used.shown));
    }
    if (note) {
      cell.classList.add(note.severity.toLowerCase());
    }
    const texts = [note?.text, used?.text].filter((text) => text);
    if (texts.length > 0) {
      cell.title = texts.join('\n');
      cell.append(element('span', { class: 'unseen' }, '. ' + texts.join('. ')));
    }
    return cell;
  }

  #cell(row, place, column) {
    const line = this.model.rows[this.shown[row]];
    const text = shown(column, line.cells[place]);
    const cell = element('td', { tabindex: this.#tabindex(row, place), 'data-row': row, 'data-column': place, class: column.kind });
    cell.append(element('span', { class: 'text' }, text));
    this.#stick(cell, place);
    if (text !== line.cells[place]) {
      cell.title = line.cells[place];
    }
    if (this.selection.holds(row, place, this.model.columns.length)) {
      cell.setAttribute('aria-selected', 'true');
    }
    if (this.model.changed(line, place)) {
      cell.classList.add('changed');
    }
    const number = this.model.first + this.shown[row];
    const problem = this.notes.ofCell(number, place);
    const note = problem ?? this.notes.warningOf(number, place);
    if (note) {
      cell.classList.add(problem ? 'wrong' : 'doubtful');
      if (problem) {
        cell.setAttribute('aria-invalid', 'true');
      }
      cell.title = note;
      cell.append(element('span', { class: 'unseen' }, '. ' + note));
    }
    return cell;
  }

  #tabindex(row, column) {
    return this.selection.row === row && this.selection.column === column ? 0 : -1;
  }

  #focusable() { return this.#body.querySelector('[tabindex="0"]'); }

  /** Selects a cell and scrolls it into view. */
  go(row, column, extend = false) {
    const last = Math.max(0, this.shown.length - 1);
    this.selection.to(
      Math.min(last, Math.max(0, row)), Math.min(this.model.columns.length - 1, Math.max(-1, column)), extend);
    this.#scrollIntoView();
    this.render();
    this.#focusable()?.focus({ preventScroll: true });
    this.dispatchEvent(new Event('select'));
  }

  #scrollIntoView() {
    const head = this.table.tHead.offsetHeight;
    const top = this.selection.row * this.rowHeight;
    const room = this.#frame.clientHeight - head;
    if (top < this.#frame.scrollTop) {
      this.#frame.scrollTop = top;
    } else if (top + this.rowHeight > this.#frame.scrollTop + room) {
      this.#frame.scrollTop = top + this.rowHeight - room;
    }
    const header = this.table.tHead.rows[0].cells[this.selection.column + 1];
    const left = this.table.tHead.rows[0].cells[0].offsetWidth + this.pinnedLeft;
    const right = this.#frame.clientWidth - this.pinnedRight;
    if (this.pinned.has(this.selection.column)) {
      return;
    }
    if (header.offsetLeft - left < this.#frame.scrollLeft) {
      this.#frame.scrollLeft = header.offsetLeft - left;
    } else if (header.offsetLeft + header.offsetWidth > this.#frame.scrollLeft + right) {
      this.#frame.scrollLeft = Math.min(
        header.offsetLeft - left, header.offsetLeft + header.offsetWidth - right);
    }
  }

  /** Starts editing the selected cell; `replaced` replaces its text. */
  edit(replaced = null) {
    const { row, column } = this.selection;
    if (!this.editable || column < 0 || row >= this.shown.length || this.editing) {
      return;
    }
    this.go(row, column);
    const cell = this.#focusable();
    const text = this.model.rows[this.shown[row]].cells[column];
    const control = editorOf(this.model.columns[column], text, replaced);
    control.setAttribute('aria-label', this.model.columns[column].label || this.model.columns[column].title);
    control.setAttribute('aria-describedby', 'cell-note');
    this.#editor = { control, index: this.shown[row], column };
    cell.replaceChildren(control, ...(control.offers ? [control.offers] : []));
    cell.classList.add('edited');
    control.focus();
    if (replaced === null) {
      control.select?.();
    }
    const drafted = () => this.dispatchEvent(new CustomEvent('draft', { detail: this.draft }));
    control.addEventListener('input', drafted);
    control.addEventListener('blur', () => this.commit());
  }

  /** The input that is not committed yet. */
  get draft() {
    return this.#editor && { row: this.#editor.index, column: this.#editor.column, text: inCodes(this.model.columns[this.#editor.column], this.#editor.control.value.trim()) };
  }

  /** Marks the current input as valid or invalid. */
  markValidity(note) {
    this.#editor?.control.setAttribute('aria-invalid', String(note !== null));
  }

  commit() {
    const draft = this.draft;
    if (draft) {
      this.#editor = null;
      this.model.write([draft]);
      this.render();
      this.dispatchEvent(new Event('select'));
    }
  }

  cancel() {
    this.#editor = null;
    this.render();
    this.#focusable()?.focus({ preventScroll: true });
    this.dispatchEvent(new Event('select'));
  }
}

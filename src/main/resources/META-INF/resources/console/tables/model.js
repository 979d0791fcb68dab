// The rows of the edited table. Each step makes a new list of rows, so that it can be undone.

const MAX_UNDO_STEPS = 200;

const spliced = (rows, at, gone, ...added) => [...rows.slice(0, at), ...added, ...rows.slice(at + gone)];

export class Model extends EventTarget {
  #past = [];
  #future = [];

  constructor(grid) {
    super();
    this.first = grid.first;
    this.columns = grid.columns;
    this.base = grid.rows;
    this.rows = grid.rows.map((cells, i) => ({ from: grid.first + i, cells }));
  }

  /** Whether a cell differs from the edited rule set. */
  changed(row, column) {
    return row.cells[column] !== (row.from === 0 ? '' : this.base[row.from - this.first][column]);
  }

  #unchanged(row) {
    return !row.cells.some((text, column) => this.changed(row, column));
  }

  get dirty() {
    return this.rows.length !== this.base.length
      || this.rows.some((row, i) => row.from !== this.first + i || !this.#unchanged(row));
  }

  /** The rows as the service reads them: unchanged rows are sent as their number. */
  compact() {
    return this.rows.map((row) => (this.#unchanged(row) ? row.from : { from: row.from, cells: row.cells }));
  }

  #cells(from) {
    return from === 0 ? this.columns.map(() => '') : this.base[from - this.first];
  }

  /** Restores the result of compact() as one step. */
  restore(compact) {
    this.#step(compact.map((row) => (
      typeof row === 'number' ? { from: row, cells: this.#cells(row) } : { from: row.from, cells: row.cells })));
  }

  /** Reverts all changes as one step. */
  revert() {
    this.restore(this.base.map((cells, i) => this.first + i));
  }

  #step(rows) {
    this.#past = [...this.#past.slice(1 - MAX_UNDO_STEPS), this.rows];
    this.#future = [];
    this.#setRows(rows);
  }

  #setRows(rows) {
    this.rows = rows;
    this.dispatchEvent(new Event('change'));
  }

  get undoable() { return this.#past.length > 0; }
  get redoable() { return this.#future.length > 0; }

  undo() {
    if (this.undoable) {
      this.#future.push(this.rows);
      this.#setRows(this.#past.pop());
    }
  }

  redo() {
    if (this.redoable) {
      this.#past.push(this.rows);
      this.#setRows(this.#future.pop());
    }
  }

  /** Writes texts into cells and adds rows where needed. */
  write(cells) {
    const rows = [...this.rows];
    let different = false;
    for (const { row, column, text } of cells) {
      while (rows.length <= row) {
        rows.push({ from: 0, cells: this.#cells(0) });
        different = true;
      }
      if (column < this.columns.length && rows[row].cells[column] !== text) {
        const cells = [...rows[row].cells];
        cells[column] = text;
        rows[row] = { from: rows[row].from, cells };
        different = true;
      }
    }
    if (different) {
      this.#step(rows);
    }
  }

  add(at) {
    this.#step(spliced(this.rows, at, 0, { from: 0, cells: this.#cells(0) }));
  }

  copy(from, to) {
    this.#step(spliced(this.rows, to + 1, 0, ...this.rows.slice(from, to + 1)));
  }

  remove(from, to) {
    this.#step(spliced(this.rows, from, to - from + 1));
  }

  move(from, to, by) {
    const moved = this.rows.slice(from, to + 1);
    this.#step(spliced(spliced(this.rows, from, moved.length), from + by, 0, ...moved));
  }
}

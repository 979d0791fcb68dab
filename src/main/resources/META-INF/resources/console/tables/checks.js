// What the service says of a table while it is edited: first its cells, a moment later the whole.

import { redressFetch } from '../console.js';
import { toldOf } from './gist.js';

const SOON = 150;
const LATER = 500;
const IN_TURN = 1000;

const CELL = /^([A-Z]+)(\d+)$/;

export class Checks extends EventTarget {
  #timer = 0;
  #later = 0;
  #under = null;

  constructor(address, model) {
    super();
    this.address = address;
    this.model = model;
    this.problems = [];
    this.findings = [];
    this.places = new Map(model.columns.map((column, place) => [column.letter, place]));
    this.byCell = new Map();
    this.byRow = new Map();
  }

  /** Looks at the rows as they are, with a value that is just being typed. */
  soon(draft = null) {
    clearTimeout(this.#timer);
    clearTimeout(this.#later);
    this.#timer = setTimeout(() => this.#look(draft, false), SOON);
  }

  #rows(draft) {
    const rows = this.model.compact();
    if (draft && this.model.rows[draft.row]) {
      const cells = [...this.model.rows[draft.row].cells];
      cells[draft.column] = draft.text;
      rows[draft.row] = { from: this.model.rows[draft.row].from, cells };
    }
    return rows;
  }

  async #look(draft, whole) {
    this.#under?.abort();
    const under = new AbortController();
    this.#under = under;
    try {
      const answer = await redressFetch(this.address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ rows: this.#rows(draft), whole }),
        signal: under.signal,
      });
      if (answer.status === 429) {
        this.#timer = setTimeout(() => this.#look(draft, whole), IN_TURN);
        return;
      }
      if (!answer.ok) {
        this.dispatchEvent(new CustomEvent('failed', { detail: answer.status }));
        return;
      }
      this.#take(await answer.json(), whole);
      if (!whole && draft === null && this.problems.length === 0) {
        this.#later = setTimeout(() => this.#look(null, true), LATER);
      }
    } catch (failed) {
      if (failed.name !== 'AbortError') {
        this.dispatchEvent(new CustomEvent('failed', { detail: 0 }));
      }
    }
  }

  #take(answer, whole) {
    this.problems = answer.problems;
    this.active = answer.active;
    this.byCell = new Map();
    for (const problem of answer.problems) {
      const [, letter, row] = CELL.exec(problem.cell) ?? [];
      const place = this.places.get(letter);
      if (place !== undefined) {
        const key = row + ':' + place;
        const told = toldOf(problem);
        this.byCell.set(key, this.byCell.has(key) ? this.byCell.get(key) + ' ' + told : told);
      }
    }
    if (whole) {
      this.findings = answer.findings;
      this.byRow = new Map();
      for (const finding of answer.findings) {
        for (const row of finding.rows) {
          if (!this.byRow.has(row)) {
            this.byRow.set(row, { severity: finding.severity, text: toldOf(finding) });
          }
        }
      }
    }
    this.whole = whole;
    this.dispatchEvent(new Event('told'));
  }

  /** Where a problem is: the row's number and the column's place; null when nowhere in the rows. */
  place(problem) {
    const [, letter, row] = CELL.exec(problem.cell) ?? [];
    const place = this.places.get(letter);
    return place === undefined ? null : { row: Number(row), place };
  }

  ofCell(row, place) { return this.byCell.get(row + ':' + place) ?? null; }

  ofRow(row) { return this.byRow.get(row) ?? null; }
}

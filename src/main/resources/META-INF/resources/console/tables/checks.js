// Checks the edited table on the service: first its cells, then, after a pause, the whole table.

import { redressFetch } from '../console.js';
import { messageText } from './gist.js';

const CELLS_DELAY_MS = 150;
const TABLE_DELAY_MS = 500;
const RETRY_DELAY_MS = 1000;

const CELL = /^([A-Z]+)(\d+)$/;

export class Checks extends EventTarget {
  #cellTimer = 0;
  #tableTimer = 0;
  #request = null;

  constructor(address, model) {
    super();
    this.address = address;
    this.model = model;
    this.problems = [];
    this.findings = [];
    this.places = new Map(model.columns.map((column, place) => [column.letter, place]));
    this.byCell = new Map();
    this.warned = new Map();
    this.byRow = new Map();
    this.overlaps = false;
  }

  /** Schedules a check of the current rows, with the value that is being typed. */
  schedule(draft = null) {
    clearTimeout(this.#cellTimer);
    clearTimeout(this.#tableTimer);
    this.#cellTimer = setTimeout(() => this.#check(draft, false), CELLS_DELAY_MS);
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

  async #check(draft, whole) {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    try {
      const answer = await redressFetch(this.address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ rows: this.#rows(draft), whole, overlaps: this.overlaps }),
        signal: request.signal,
      });
      if (answer.status === 429) {
        this.#cellTimer = setTimeout(() => this.#check(draft, whole), RETRY_DELAY_MS);
        return;
      }
      if (!answer.ok) {
        this.dispatchEvent(new CustomEvent('failed', { detail: answer.status }));
        return;
      }
      this.#accept(await answer.json(), whole);
      if (!whole && this.problems.length === 0) {
        this.#tableTimer = setTimeout(() => this.#check(draft, true), TABLE_DELAY_MS);
      }
    } catch (failed) {
      if (failed.name !== 'AbortError') {
        this.dispatchEvent(new CustomEvent('failed', { detail: 0 }));
      }
    }
  }

  #accept(answer, whole) {
    this.problems = answer.problems;
    this.active = answer.active;
    this.activeNumber = answer.activeNumber;
    this.byCell = this.#texts(answer.problems);
    this.warned = this.#texts(whole ? answer.findings.filter((one) => one.cell) : answer.warnings);
    if (whole) {
      this.findings = answer.findings;
      this.byRow = new Map();
      for (const finding of answer.findings) {
        for (const row of finding.rows) {
          if (!this.byRow.has(row)) {
            this.byRow.set(row, { severity: finding.severity, text: messageText(finding) });
          }
        }
      }
    }
    this.whole = whole;
    this.dispatchEvent(new Event('checked'));
  }

  /** The messages by row number and column index. */
  #texts(located) {
    const texts = new Map();
    for (const one of located) {
      const place = this.place(one);
      if (place) {
        const key = place.row + ':' + place.place;
        const text = messageText(one);
        texts.set(key, texts.has(key) ? texts.get(key) + ' ' + text : text);
      }
    }
    return texts;
  }

  /** The row number and column index of a problem; null if it is in no row. */
  place(problem) {
    const [, letter, row] = CELL.exec(problem.cell) ?? [];
    const place = this.places.get(letter);
    return place === undefined ? null : { row: Number(row), place };
  }

  ofCell(row, place) { return this.byCell.get(row + ':' + place) ?? null; }

  /** A warning of a cell that can be read. */
  warningOf(row, place) { return this.warned.get(row + ':' + place) ?? null; }

  ofRow(row) { return this.byRow.get(row) ?? null; }
}

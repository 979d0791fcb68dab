// The table page: grid, checks, drafts and saving.

import { Checks } from './checks.js';
import * as drafts from './drafts.js';
import { Grid } from './grid.js';
import { listen } from './keys.js';
import { Model } from './model.js';
import { listenToSave } from './saving.js';
import { showFindings } from './findings.js';
import { readUsage } from './usage.js';
import { inCodes, inWords, showCodes, showsCodes, useLabels } from './labels.js';

const json = JSON.parse(document.getElementById('grid-json').textContent);
const root = document.getElementById('editor');
const say = (key, ...values) => root.dataset[key].replace(/\{(\d)\}/g, (whole, place) => values[place]);
const by = (id) => document.getElementById(id);
const address = '/tables/' + json.version + '/' + json.table;
const editable = root.dataset.editable === 'true';

useLabels(json.labels);
const model = new Model(json);
const frame = by('frame');
const showsUsage = root.dataset.usage === 'true';
const grid = new Grid(frame, model, { editable, say, name: json.table, showsUsage });
const checks = new Checks(address + '/check', model);
checks.version = json.version;
checks.table = json.table;
grid.notes = checks;
const draftKey = drafts.keyOf(json.version, json.table);

/** The model indexes of the first and last selected row. */
function selectedRows() {
  const { top, bottom } = grid.selection;
  return [grid.index(top), grid.index(Math.min(bottom, grid.shown.length - 1))];
}

const filtered = () => by('filter').value.trim() !== '' || by('only-findings').checked;

const actions = {
  write: (cells) => model.write(cells.map((one) => (
    one.column < model.columns.length ? { ...one, text: inCodes(model.columns[one.column], one.text) } : one))),
  askAboutHeader() {
    const dialog = by('paste-header');
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener('close', () => {
        grid.go(grid.selection.row, grid.selection.column);
        resolve(dialog.returnValue);
      }, { once: true });
    });
  },
  tellCutOff(columns) {
    by('cut-off').hidden = columns === 0;
    by('cut-off').textContent = columns === 0 ? '' : say('cutOff', columns);
  },
  undo: () => model.undo(),
  redo: () => model.redo(),
  addRow() {
    clearFilter();
    const at = model.rows.length === 0 ? 0 : selectedRows()[1] + 1;
    model.add(at);
    grid.go(at, Math.max(0, grid.selection.column));
  },
  copyRows() {
    if (!filtered() && model.rows.length > 0) {
      const [from, to] = selectedRows();
      model.copy(from, to);
      grid.go(to + 1, grid.selection.column);
    }
  },
  removeRows() {
    if (!filtered() && model.rows.length > 0) {
      const [from, to] = selectedRows();
      model.remove(from, to);
      grid.go(from, grid.selection.column);
    }
  },
  moveRows(step) {
    const [from, to] = selectedRows();
    if (!filtered() && from + step >= 0 && to + step < model.rows.length) {
      model.move(from, to, step);
      const { row, column, anchorRow, anchorColumn } = grid.selection;
      grid.selection.to(anchorRow + step, anchorColumn, false);
      grid.go(row + step, column, true);
    }
  },
};

if (editable) {
  listen(grid, frame, actions);
  const buttons = {
    undo: actions.undo,
    redo: actions.redo,
    add: actions.addRow,
    copy: actions.copyRows,
    up: () => actions.moveRows(-1),
    down: () => actions.moveRows(1),
    remove: actions.removeRows,
    edit: () => grid.edit(),
  };
  by('tools').addEventListener('click', (event) => {
    buttons[event.target.closest('button')?.dataset.does]?.();
  });
} else {
  const nothing = Object.fromEntries(Object.keys(actions).map((name) => [name, () => {}]));
  listen(grid, frame, nothing);
}

// Filter and toolbar

function clearFilter() {
  if (filtered()) {
    by('filter').value = '';
    by('only-findings').checked = false;
    filter();
  }
}

function filter() {
  const wanted = by('filter').value.trim().toLowerCase();
  const onlyFindings = by('only-findings').checked;
  const hasFinding = (number) =>
    checks.ofRow(number) || model.columns.some((column, place) =>
      checks.ofCell(number, place) || checks.warningOf(number, place));
  const holds = (text, place) => text.toLowerCase().includes(wanted)
    || inWords(model.columns[place], text).toLowerCase().includes(wanted);
  const indexes = [];
  model.rows.forEach((row, i) => {
    if ((wanted === '' || row.cells.some(holds))
      && (!onlyFindings || hasFinding(model.first + i))) {
      indexes.push(i);
    }
  });
  grid.show(indexes);
  by('counted').textContent = indexes.length === model.rows.length
    ? say('rows', model.rows.length)
    : say('someRows', indexes.length, model.rows.length);
  updateToolbar();
}

function updateToolbar() {
  if (!editable) {
    return;
  }
  const none = filtered() || model.rows.length === 0;
  for (const button of by('tools').querySelectorAll('[data-does]')) {
    const does = button.dataset.does;
    button.disabled = does === 'undo' ? !model.undoable
      : does === 'redo' ? !model.redoable
        : does !== 'add' && does !== 'edit' && none;
  }
  by('save').disabled = !model.dirty;
  by('state').textContent = model.dirty ? say('unsaved') : say('saved');
}

function showSelection(draft = null) {
  const { row, column } = grid.selection;
  const number = model.first + grid.index(row);
  const line = model.rows[grid.index(row)];
  if (!line || row >= grid.shown.length) {
    return;
  }
  by('cell-name').textContent = column < 0 ? say('row', number) : model.columns[column].letter + number;
  by('cell-text').textContent = column < 0 ? (grid.usage.get(line.from)?.text ?? '') : (draft ?? line.cells[column]);
  const problem = column < 0 ? null : checks.ofCell(number, column);
  const warning = column < 0 ? checks.ofRow(number)?.text : checks.warningOf(number, column);
  by('cell-note').textContent = problem ?? warning ?? '';
  by('cell-note').className = problem ? 'error' : column < 0 ? 'hint' : 'doubt';
  if (grid.editing) {
    grid.markValidity(problem);
  }
}

by('filter').addEventListener('input', filter);
by('only-findings').addEventListener('change', filter);
by('codes').checked = showsCodes();
by('codes').addEventListener('change', () => {
  showCodes(by('codes').checked);
  grid.render();
  showSelection();
});
by('overlaps').addEventListener('change', () => {
  checks.overlaps = by('overlaps').checked;
  checks.schedule();
});
grid.addEventListener('select', () => showSelection());
grid.addEventListener('draft', (event) => {
  showSelection(event.detail.text);
  checks.schedule(event.detail);
});

// Checks

checks.addEventListener('checked', () => {
  if (!grid.editing) {
    grid.render();
  }
  showSelection(grid.draft?.text);
  showFindings(by('findings'), checks, say, (row, place) => {
    clearFilter();
    grid.go(row - model.first, place);
  });
  const superseded = root.dataset.active === 'true' && checks.active !== json.version;
  by('superseded').hidden = !superseded;
  if (superseded) {
    by('superseded-text').textContent = say('superseded', checks.activeNumber, root.dataset.number);
  }
});
checks.addEventListener('failed', (event) => {
  by('findings-state').textContent = say(event.detail === 401 ? 'signedOut' : 'unchecked');
});

// Drafts

// Another tab may have the same table open, so this tab stores and removes its own changes only.
let changedHere = false;
let draftTimer = 0;
let saved = false;

function saveDraft() {
  clearTimeout(draftTimer);
  changedHere = false;
  if (!model.dirty) {
    drafts.forget(draftKey);
  } else if (!drafts.keep(draftKey, model.compact())) {
    by('state').textContent = say('notStored');
  }
}

model.addEventListener('change', () => {
  filter();
  showSelection();
  checks.schedule();
  changedHere = true;
  clearTimeout(draftTimer);
  draftTimer = setTimeout(saveDraft, 200);
});
addEventListener('pagehide', () => {
  if (editable && !saved) {
    grid.commit();
    if (changedHere) {
      saveDraft();
    }
  }
});

const draft = editable ? drafts.read(draftKey) : null;
if (draft) {
  try {
    model.restore(draft.rows);
    clearTimeout(draftTimer);
    changedHere = false;
    by('restored').hidden = false;
    by('restored-text').textContent = say('restored', new Date(draft.at).toLocaleString(document.documentElement.lang));
  } catch {
    drafts.forget(draftKey);
  }
}
by('discard')?.addEventListener('click', () => {
  model.revert();
  by('restored').hidden = true;
  frame.focus();
});

if (editable) {
  listenToSave(address, model, {
    begin: () => grid.commit(),
    problems: () => checks.problems.length,
    refused: () => checks.schedule(),
    saved() {
      saved = true;
      clearTimeout(draftTimer);
      drafts.forget(draftKey);
    },
    say,
  });
}

// Start

function followAddress() {
  const [, row, cell] = /^#(?:row-(\d+)|cell-([A-Z]+\d+))$/.exec(location.hash) ?? [];
  const place = cell && checks.place({ cell });
  const number = place?.row ?? Number(row ?? cell?.replace(/\D/g, ''));
  if (number >= model.first && number < model.first + model.rows.length) {
    clearFilter();
    grid.go(number - model.first, place?.place ?? 0);
  }
}

addEventListener('hashchange', followAddress);
filter();
followAddress();
showSelection();
checks.schedule();
if (showsUsage) {
  readUsage(json.version, json.table).then((usage) => {
    grid.usage = usage;
    if (!grid.editing) {
      grid.render();
    }
    showSelection(grid.draft?.text);
  }, () => { /* The table can be read and edited without it. */ });
}

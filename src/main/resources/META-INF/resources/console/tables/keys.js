// Keyboard, pointer and clipboard handling of the grid.

import { formatCells, parseCells } from './clipboard.js';

const PAGE_ROWS = 15;

/** Connects a grid to events; the actions are those of the toolbar. */
export function listen(grid, frame, actions) {
  const { selection, model } = grid;

  const moves = {
    ArrowUp: (far) => [far ? 0 : selection.row - 1, selection.column],
    ArrowDown: (far) => [far ? grid.shown.length - 1 : selection.row + 1, selection.column],
    ArrowLeft: (far) => [selection.row, far ? 0 : selection.column - 1],
    ArrowRight: (far) => [selection.row, far ? model.columns.length - 1 : selection.column + 1],
    Home: (far) => [far ? 0 : selection.row, 0],
    End: (far) => [far ? grid.shown.length - 1 : selection.row, model.columns.length - 1],
    PageUp: () => [selection.row - PAGE_ROWS, selection.column],
    PageDown: () => [selection.row + PAGE_ROWS, selection.column],
  };

  /** With Ctrl, or Command on a Mac. */
  const commands = {
    z: (shift) => (shift ? actions.redo() : actions.undo()),
    y: () => actions.redo(),
    d: () => actions.copyRows(),
    a: () => { selection.to(0, 0, false); grid.go(grid.shown.length - 1, model.columns.length - 1, true); },
    enter: () => actions.addRow(),
    backspace: () => actions.removeRows(),
    delete: () => actions.removeRows(),
  };

  const clear = () => actions.write(cells().map((one) => ({ ...one, text: '' })));

  function cells() {
    const found = [];
    for (let row = selection.top; row <= selection.bottom && row < grid.shown.length; row++) {
      for (let column = selection.left; column <= selection.right(model.columns.length); column++) {
        found.push({ row: grid.index(row), column });
      }
    }
    return found;
  }

  function whileTyping(event) {
    const after = { Enter: [event.shiftKey ? -1 : 1, 0], Tab: [0, event.shiftKey ? -1 : 1] }[event.key];
    if (event.key === 'Escape') {
      grid.cancel();
    } else if (after && !(event.key === 'Enter' && event.altKey)) {
      grid.commit();
      grid.go(selection.row + after[0], selection.column + after[1]);
    } else {
      if (event.key === 'Enter' && event.target.tagName === 'TEXTAREA') {
        event.target.setRangeText('\n', event.target.selectionStart, event.target.selectionEnd, 'end');
        event.preventDefault();
      }
      return;
    }
    event.preventDefault();
  }

  frame.addEventListener('keydown', (event) => {
    if (grid.editing) {
      whileTyping(event);
      return;
    }
    const command = event.ctrlKey || event.metaKey;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      actions.moveRows(event.key === 'ArrowUp' ? -1 : 1);
    } else if (moves[event.key] && !event.altKey) {
      grid.go(...moves[event.key](command), event.shiftKey);
    } else if (command && commands[event.key.toLowerCase()]) {
      commands[event.key.toLowerCase()](event.shiftKey);
    } else if (command || event.altKey) {
      return;
    } else if (event.key === 'Enter' || event.key === 'F2') {
      grid.edit();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      clear();
    } else if (event.key === 'Process') {
      // An input method starts a word, which is typed into the cell.
      grid.edit('');
      return;
    } else if (event.key.length === 1) {
      grid.edit(event.key);
    } else {
      return;
    }
    event.preventDefault();
  });

  const place = (event) => {
    const cell = event.target.closest('[data-row]');
    return cell && [Number(cell.dataset.row), Number(cell.dataset.column)];
  };
  frame.addEventListener('pointerdown', (event) => {
    const at = place(event);
    if (at && event.button === 0 && !event.target.closest('input, select, textarea')) {
      grid.commit();
      if (event.pointerType === 'mouse') {
        event.preventDefault();
        grid.go(...at, event.shiftKey);
      }
    }
  });
  frame.addEventListener('pointerover', (event) => {
    const at = place(event);
    if (at && event.buttons === 1 && event.pointerType === 'mouse' && !grid.editing) {
      grid.go(...at, true);
    }
  });
  frame.addEventListener('click', (event) => {
    const at = place(event);
    if (at && !grid.editing && event.pointerType !== 'mouse') {
      grid.go(...at);
    }
  });
  frame.addEventListener('dblclick', (event) => {
    if (place(event) && !grid.editing) {
      grid.edit();
    }
  });

  const isHeader = (texts) => {
    const heads = model.columns.flatMap((column) => [column.title, column.label, column.sheetLabel]).filter(Boolean);
    const filled = texts.filter((text) => text !== '');
    return filled.length > 1 && filled.filter((text) => heads.includes(text)).length * 2 > filled.length;
  };

  /** Asks before a header becomes a rule; tells how many columns were left out. */
  async function pasteRows(pasted) {
    let rows = pasted;
    if (rows.some(isHeader)) {
      const choice = await actions.askAboutHeader();
      if (choice !== 'all' && choice !== 'without') {
        return;
      }
      rows = choice === 'all' ? rows : rows.filter((texts) => !isHeader(texts));
    }
    const widest = Math.max(0, ...rows.map((texts) => texts.length));
    actions.write(rows.flatMap((texts, i) => texts.map((text, j) => (
      { row: grid.index(selection.top + i), column: selection.left + j, text }))));
    actions.tellCutOff(Math.max(0, selection.left + widest - model.columns.length));
  }

  const gridHasFocus = () => frame.contains(document.activeElement) && !grid.editing;
  document.addEventListener('copy', (event) => {
    if (gridHasFocus()) {
      const rows = [];
      for (let row = selection.top; row <= selection.bottom && row < grid.shown.length; row++) {
        rows.push(model.rows[grid.index(row)].cells.slice(selection.left, selection.right(model.columns.length) + 1));
      }
      event.clipboardData.setData('text/plain', formatCells(rows));
      event.preventDefault();
    }
  });
  document.addEventListener('paste', (event) => {
    if (gridHasFocus() && grid.editable) {
      event.preventDefault();
      const rows = parseCells(event.clipboardData.getData('text/plain'));
      if (rows.length === 1 && rows[0].length === 1) {
        actions.write(cells().map((cell) => ({ ...cell, text: rows[0][0] })));
      } else {
        pasteRows(rows);
      }
    }
  });
}

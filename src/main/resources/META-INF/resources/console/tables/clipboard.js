// The clipboard format of spreadsheets: rows as lines, cells separated by tabs, quoted where a cell
// contains one of these.

/** The cells of a text from the clipboard, row by row. */
export function parseCells(text) {
  const rows = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1).push(cell.trim());
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (quoted) {
      if (sign === '"' && text[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (sign === '"') {
        quoted = false;
      } else {
        cell += sign === '\r' ? '' : sign;
      }
    } else if (sign === '"' && cell === '') {
      quoted = true;
    } else if (sign === '\t') {
      endCell();
    } else if (sign === '\n') {
      endCell();
      rows.push([]);
    } else if (sign !== '\r') {
      cell += sign;
    }
  }
  endCell();
  const last = rows.at(-1);
  if (rows.length > 1 && last.length === 1 && last[0] === '') {
    rows.pop();
  }
  return rows;
}

/** Rows of cells as a text for the clipboard. */
export function formatCells(rows) {
  const cell = (text) => (/[\t\n"]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text);
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}

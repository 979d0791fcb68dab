// Codes of cells as words in the reader's language, and words as codes.

const CODE = /\b[A-Z][A-Z0-9_]+\b/g;
const SHOWS_CODES = 'redress-codes';

let labels = {};
let codesShown = false;

const hasCodes = (column) => column.kind !== 'remark' && ['ENUM', 'CODE', 'TEXT'].includes(column.type);

/** Takes the words by code. */
export function useLabels(words) {
  labels = words;
  try {
    codesShown = localStorage.getItem(SHOWS_CODES) === 'true';
  } catch {
    codesShown = false;
  }
}

export const showsCodes = () => codesShown;

export function showCodes(shown) {
  codesShown = shown;
  try {
    localStorage.setItem(SHOWS_CODES, String(shown));
  } catch {
    // Storage is blocked, so the choice lasts until the page is left.
  }
}

export const labelOf = (code) => labels[code] ?? code;

/** The text of a cell with words instead of codes. */
export function inWords(column, text) {
  if (column.type === 'BOOLEAN') {
    return labelOf(text);
  }
  return hasCodes(column) ? text.replace(CODE, labelOf) : text;
}

/** What a cell shows. */
export const shown = (column, text) => (codesShown ? text : inWords(column, text));

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The words of a column, longest first, since a word may be a part of another. */
function wordsOf(column) {
  column.words ??= column.allowed
    .filter((code) => labelOf(code) !== code)
    .map((code) => ({
      code,
      pattern: new RegExp('(^|[,(\uff0c\uff08]\\s*)' + escaped(labelOf(code)) + '(?=\\s*(?:[,)\uff0c\uff09]|$))', 'giu'),
      length: labelOf(code).length,
    }))
    .sort((one, other) => other.length - one.length);
  return column.words;
}

/** The text of a cell with codes where the user typed their words. */
export function inCodes(column, text) {
  if (!hasCodes(column) || column.allowed.includes(text)) {
    return text;
  }
  return wordsOf(column).reduce((left, word) => left.replace(word.pattern, '$1' + word.code), text);
}

// What somebody typed and did not save yet, kept in the browser until it is saved.

const PREFIX = 'redress-draft:';

export const keyOf = (version, table) => PREFIX + version + ':' + table;

/** Null where there is none, or none that can be read. */
export function read(key) {
  try {
    const draft = JSON.parse(localStorage.getItem(key));
    return Array.isArray(draft?.rows) ? draft : null;
  } catch {
    return null;
  }
}

/** False when the browser has no room left or keeps nothing. */
export function keep(key, rows) {
  try {
    localStorage.setItem(key, JSON.stringify({ rows, at: Date.now() }));
    return true;
  } catch {
    return false;
  }
}

export function forget(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** All drafts: of which table, of which rule set. */
export function all() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length).split(':'))
      .map(([version, table]) => ({ version, table }));
  } catch {
    return [];
  }
}

// Unsaved changes, stored in the browser until they are saved.

const PREFIX = 'redress-draft:';

export const keyOf = (version, table) => PREFIX + version + ':' + table;

/** Null if there is no readable draft. */
export function read(key) {
  try {
    const draft = JSON.parse(localStorage.getItem(key));
    return Array.isArray(draft?.rows) ? draft : null;
  } catch {
    return null;
  }
}

/** False if the browser has no space left or blocks storage. */
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
    // Storage is blocked, so there is no draft.
  }
}

/** The table and rule set of each draft. */
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

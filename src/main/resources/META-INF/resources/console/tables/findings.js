// Lists the problems and findings of a table, each with a link to its cell or row.

import { messageElement } from './gist.js';

const MAX_SHOWN = 200;

const element = (name, className, text) => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

function placeLink(text, go) {
  if (!go) {
    return element('strong', '', text);
  }
  const button = element('button', 'quiet', text);
  button.type = 'button';
  button.addEventListener('click', go);
  return button;
}

function problemItem(problem, checks, go) {
  const item = document.createElement('li');
  const place = checks.place(problem);
  item.append(
    placeLink(problem.cell, place && (() => go(place.row, place.place))),
    messageElement(problem));
  return item;
}

function findingItem(finding, checks, say, go) {
  const item = document.createElement('li');
  const severity = finding.severity.toLowerCase();
  const style = { error: 'bad', warning: 'warn', note: '' }[severity];
  item.append(element('span', 'badge ' + style, say(severity)));
  const place = finding.cell && checks.place(finding);
  if (place) {
    item.append(placeLink(finding.cell, () => go(place.row, place.place)));
  } else {
    for (const row of finding.rows.slice(0, 8)) {
      item.append(placeLink(say('row', row), () => go(row, -1)));
    }
  }
  item.append(messageElement(finding));
  if (Object.keys(finding.example).length > 0) {
    const link = element('a', 'try', say('tryFacts'));
    link.href = '/decide?ruleSet=' + checks.version + '&table=' + encodeURIComponent(checks.table)
      + '#example=' + encodeURIComponent(JSON.stringify(finding.example));
    item.append(link);
  }
  return item;
}

/** Shows the check results; `go` selects a cell. */
export function showFindings(list, checks, say, go) {
  const problems = checks.problems.slice(0, MAX_SHOWN).map((one) => problemItem(one, checks, go));
  const findings = checks.problems.length > 0 ? [] : checks.findings.slice(0, MAX_SHOWN).map((one) => findingItem(one, checks, say, go));
  list.replaceChildren(...problems, ...findings);
  const state = document.getElementById('findings-state');
  if (checks.problems.length > 0) {
    state.textContent = say('problems', checks.problems.length);
  } else if (!checks.whole) {
    state.textContent = say('checking');
  } else {
    state.textContent = checks.findings.length > 0 ? say('findings', checks.findings.length) : say('noFindings');
  }
}

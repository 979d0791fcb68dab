// The list of all that is wrong with a table, each with a way to its place.

import { told } from './gist.js';

const MOST = 200;

const element = (name, className, text) => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

function placed(text, go) {
  if (!go) {
    return element('strong', '', text);
  }
  const button = element('button', 'quiet', text);
  button.type = 'button';
  button.addEventListener('click', go);
  return button;
}

function ofProblem(problem, checks, go) {
  const item = document.createElement('li');
  const place = checks.place(problem);
  item.append(
    placed(problem.cell, place && (() => go(place.row, place.place))),
    told(problem));
  return item;
}

function ofFinding(finding, say, go) {
  const item = document.createElement('li');
  const severity = finding.severity.toLowerCase();
  const looks = { error: 'bad', warning: 'warn', note: '' }[severity];
  item.append(element('span', 'badge ' + looks, say(severity)));
  for (const row of finding.rows.slice(0, 8)) {
    item.append(placed(say('row', row), () => go(row, -1)));
  }
  item.append(told(finding));
  if (Object.keys(finding.facts).length > 0) {
    const link = element('a', 'try', say('tryFacts'));
    link.href = '/decide#facts=' + encodeURIComponent(JSON.stringify(finding.facts));
    item.append(link);
  }
  return item;
}

/** Shows what the checks said; go leads to a row's cell. */
export function show(list, checks, say, go) {
  const problems = checks.problems.slice(0, MOST).map((one) => ofProblem(one, checks, go));
  const findings = checks.problems.length > 0 ? [] : checks.findings.slice(0, MOST).map((one) => ofFinding(one, say, go));
  list.replaceChildren(...problems, ...findings);
  const state = document.getElementById('told-state');
  if (checks.problems.length > 0) {
    state.textContent = say('problems', checks.problems.length);
  } else if (!checks.whole) {
    state.textContent = say('checking');
  } else {
    state.textContent = checks.findings.length > 0 ? say('findings', checks.findings.length) : say('fine');
  }
}

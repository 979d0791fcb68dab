// The decide page: a form and a JSON text that stay in sync.
import { clearError, confirmInDialog, redressFetch, showError, showResponseError } from '/console/console.js';
import { addEmptyRow, factAt, setError, setValue, valueOf, withFact } from '/console/facts-form.js';
import { placeOf } from '/console/json-places.js';

const STORAGE_KEY = 'redress-decide';
const element = (id) => document.getElementById(id);
const form = element('facts');
const json = element('json');
const answer = element('answer');
const more = element('more');
const fields = [...form.querySelectorAll('[data-fact]')];
const groups = [...form.querySelectorAll('[data-group]')];
const pointerOf = (field) => '/' + field.dataset.fact.replaceAll('.', '/');

let facts = {};
let weights = {};
let invalid = new Set();
let showAll = false;
let latestInquiry = 0;
let requestKey = null;

const parsed = (text) => {
  const read = JSON.parse(text.trim() === '' ? '{}' : text);
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw new SyntaxError('{ }');
  return read;
};

// ---- Visibility ----

/** The seller declared these few for a purpose, and they may matter only together. */
const isOwn = (name) => name.startsWith('custom.');

function updateVisibility() {
  for (const field of fields.filter((one) => one.closest('[data-group]'))) {
    const name = field.dataset.fact;
    field.hidden = !(showAll || name in weights || (isOwn(name) && facts.reason) || factAt(facts, name) !== undefined || invalid.has(name)
      || field.contains(document.activeElement));
  }
  for (const group of groups) group.hidden = ![...group.querySelectorAll('[data-fact]')].some((field) => !field.hidden);
  const chosen = Boolean(facts.reason);
  more.hidden = !chosen && !showAll;
  more.textContent = showAll ? form.dataset.relevantOnly : form.dataset.more;
  more.setAttribute('aria-pressed', String(showAll));
  const relevant = element('relevant');
  relevant.hidden = !chosen || showAll;
  const hint = Object.keys(weights).length > 0 ? relevant.dataset.found : relevant.dataset.finding;
  if (relevant.textContent !== hint) relevant.textContent = hint;
  for (const option of element('fact-reason').options) {
    const other = Boolean(option.dataset.type && facts.disputeType && option.dataset.type !== facts.disputeType);
    option.hidden = other;
    option.disabled = other;
  }
}

function saveInput() {
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify({ text: json.value, rules: element('rules').value, all: showAll }));
}

function showCurl() {
  const body = json.value.trim().replaceAll("'", "'\\''");
  const key = form.dataset.open === 'true' ? '' : ' \\\n  -H "Authorization: Bearer $REDRESS_KEY"';
  element('curl').textContent =
    `curl -s ${ location.origin }/v1/decide \\\n  -H 'Content-Type: application/json'${ key } \\\n  -d '${ body }'`;
}

const later = (() => {
  let timer;
  return (work) => {
    clearTimeout(timer);
    timer = setTimeout(work, 250);
  };
})();

/** Asks the service which facts are relevant; keeps the previous ones until it answers. */
async function inquire() {
  if (!facts.reason) {
    weights = {};
    updateVisibility();
    return;
  }
  const inquiry = ++latestInquiry;
  try {
    const response = await redressFetch('/decide/facts?ruleSet=' + element('rules').value, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(facts),
    });
    if (inquiry !== latestInquiry) return;
    if (response.ok) {
      weights = await response.json();
      updateVisibility();
    } else if (response.status === 429) {
      later(inquire);
    } else {
      showResponseError(response.status, await response.text());
    }
  } catch {
    showError(document.body.dataset.unreachable);
  }
}

function changed() {
  requestKey = null;
  element('outdated').hidden = answer.querySelector('.answer') === null;
  showCurl();
  saveInput();
  updateVisibility();
  later(inquire);
}

// ---- Form and text ----

function fromForm(field) {
  facts = withFact(facts, field.dataset.fact, valueOf(field));
  if (field.dataset.fact === 'disputeType') {
    const reason = element('fact-reason');
    const type = reason.selectedOptions[0]?.dataset.type;
    if (type && type !== facts.disputeType) {
      reason.value = '';
      facts = withFact(facts, 'reason', undefined);
    }
  }
  if (field.dataset.fact === 'reason') {
    const type = element('fact-reason').selectedOptions[0]?.dataset.type;
    if (type && facts.disputeType !== type) {
      facts = { disputeType: type, ...withFact(facts, 'disputeType', undefined) };
      setValue(fields.find((one) => one.dataset.fact === 'disputeType'), facts);
    }
  }
  json.value = JSON.stringify(facts, null, 2);
  element('json-error').textContent = '';
  setError(field, '');
  invalid.delete(field.dataset.fact);
  changed();
}

function fromText() {
  try {
    facts = parsed(json.value);
  } catch (invalidJson) {
    element('json-error').textContent = form.dataset.invalid + invalidJson.message;
    json.setAttribute('aria-invalid', 'true');
    saveInput();
    return;
  }
  element('json-error').textContent = '';
  json.removeAttribute('aria-invalid');
  clearProblems();
  fields.forEach((field) => setValue(field, facts));
  changed();
}

function load(text, rules = null) {
  json.value = text;
  if (rules && [...element('rules').options].some((one) => one.value === rules)) element('rules').value = rules;
  try {
    json.value = JSON.stringify(parsed(text), null, 2);
  } catch {
    // Kept as typed; fromText reports that it is invalid.
  }
  fromText();
}

// ---- Problems of facts ----

function clearProblems() {
  invalid = new Set();
  fields.forEach((field) => setError(field, ''));
  element('problems').hidden = true;
}

const labelOf = (field) => field.querySelector('.label, label').textContent.trim();

function showInText(pointer) {
  const [start, end] = placeOf(json.value, pointer);
  choose('json');
  json.focus();
  json.setSelectionRange(start, end);
}

function showProblems(errors) {
  clearProblems();
  const list = element('problems').querySelector('ul');
  list.replaceChildren();
  for (const { pointer, message } of errors) {
    const field = fields.find((one) => pointer === pointerOf(one) || pointer.startsWith(pointerOf(one) + '/'));
    if (field && !invalid.has(field.dataset.fact)) {
      invalid.add(field.dataset.fact);
      setError(field, message);
    }
    const item = document.createElement('li');
    const go = document.createElement('button');
    go.type = 'button';
    go.className = 'quiet';
    go.textContent = field ? labelOf(field) : pointer || '/';
    go.title = pointer;
    go.addEventListener('click', () => {
      if (field) {
        choose('form');
        field.querySelector('input, select, button').focus();
      } else {
        showInText(pointer);
      }
    });
    item.append(go, ' ' + message);
    list.append(item);
  }
  element('problems').hidden = errors.length === 0;
  updateVisibility();
  const first = fields.find((field) => invalid.has(field.dataset.fact));
  if (first) choose('form');
  (first?.querySelector('input, select, button') ?? list.querySelector('button'))?.focus();
}

// ---- Deciding ----

function isValidJson() {
  if (element('json-error').textContent !== '') {
    choose('json');
    json.focus();
    return false;
  }
  return true;
}

async function send(url, headers = {}) {
  const buttons = [element('try'), element('keep')].filter(Boolean);
  buttons.forEach((button) => { button.disabled = true; });
  element('working').textContent = element('working').dataset.text;
  try {
    const response = await redressFetch(url, {
      method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(facts),
    });
    const body = await response.text();
    if (response.ok) {
      clearError();
      clearProblems();
      answer.innerHTML = body;
      element('outdated').hidden = true;
      answer.querySelector('h2').focus({ preventScroll: true });
      answer.parentElement.scrollTop = 0;
      if (answer.getBoundingClientRect().top < 0 || answer.getBoundingClientRect().top > innerHeight / 2) {
        answer.scrollIntoView({ block: 'start' });
      }
      return true;
    }
    let errors = [];
    try {
      errors = JSON.parse(body).errors ?? [];
    } catch {
      // Reported below.
    }
    if ((response.status === 400 || response.status === 422) && errors.length > 0) {
      clearError();
      showProblems(errors);
    } else {
      showResponseError(response.status, body);
    }
  } catch {
    showError(document.body.dataset.unreachable);
  } finally {
    buttons.forEach((button) => { button.disabled = false; });
    element('working').textContent = '';
  }
  return false;
}

/** crypto.randomUUID exists in secure contexts only. */
function freshKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (isValidJson()) send('/decide/try?ruleSet=' + element('rules').value);
});
element('keep')?.addEventListener('click', async () => {
  if (isValidJson() && await confirmInDialog(element('confirm'))) {
    requestKey ??= freshKey();
    if (await send('/decide/keep', { 'Idempotency-Key': requestKey })) requestKey = null;
  }
});

// ---- Tabs ----

const tabs = [...form.querySelectorAll('[role=tab]')];

function choose(entry) {
  for (const tab of tabs) {
    const chosen = tab.id === 'tab-' + entry;
    tab.setAttribute('aria-selected', String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    element(tab.getAttribute('aria-controls')).hidden = !chosen;
  }
}
for (const tab of tabs) {
  tab.addEventListener('click', () => choose(tab.id.replace('tab-', '')));
  tab.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const other = tabs.find((one) => one !== tab);
      choose(other.id.replace('tab-', ''));
      other.focus();
    }
  });
}

// ---- Events ----

form.addEventListener('input', (event) => {
  const field = event.target.closest('[data-fact]');
  if (field) fromForm(field);
});
json.addEventListener('input', () => later(fromText));
json.addEventListener('change', fromText);
element('rules').addEventListener('change', changed);
more.addEventListener('click', () => {
  showAll = !showAll;
  saveInput();
  updateVisibility();
});
element('clear').addEventListener('click', () => load('{}'));
form.addEventListener('click', (event) => {
  const field = event.target.closest('[data-fact]');
  if (event.target.closest('[data-add-row]')) {
    addEmptyRow(field);
    fromForm(field);
  } else if (event.target.closest('[data-remove-row]')) {
    event.target.closest('li').remove();
    fromForm(field);
    field.querySelector('[data-add-row]').focus();
  }
});
document.querySelectorAll('[data-example]').forEach((button) => {
  button.addEventListener('click', () => load(button.dataset.example));
});

/** Loads the example of a finding, completed to facts of a dispute that reaches its table. */
async function loadExample(example, asked) {
  const rules = asked.get('ruleSet');
  try {
    const response = await redressFetch('/decide/example?' + asked, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: example,
    });
    const body = await response.text();
    if (response.ok) load(body, rules);
    else showResponseError(response.status, body);
  } catch {
    showError(document.body.dataset.unreachable);
  }
}

/** Loads facts from the address and removes them from it: they may be personal data. */
function loadFromAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const sent = parts.get('facts');
  const example = parts.get('example');
  if (sent === null && example === null) return false;
  const asked = new URLSearchParams(location.search);
  history.replaceState(null, '', location.pathname);
  if (example !== null) loadExample(example, asked);
  else load(sent, asked.get('ruleSet'));
  return true;
}
window.addEventListener('hashchange', loadFromAddress);

if (!loadFromAddress()) {
  let before = {};
  try {
    before = JSON.parse(sessionStorage.getItem(STORAGE_KEY)) ?? {};
  } catch {
    // Unreadable: start empty.
  }
  showAll = before.all === true;
  load(before.text ?? '{}', before.rules);
}

element('to-case')?.addEventListener('click', () => {
  location.href = '/cases/write?version=' + element('rules').value + '#facts=' + encodeURIComponent(json.value);
});

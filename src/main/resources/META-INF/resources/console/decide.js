// The decide page: a form and a JSON text that stay in sync.
import { clearError, confirmInDialog, redressFetch, showError, showResponseError } from '/console/console.js';
import { FactFields, later, tabsOf } from '/console/fact-fields.js';
import { setError } from '/console/facts-form.js';
import { placeOf } from '/console/json-places.js';

const STORAGE_KEY = 'redress-decide';
const element = (id) => document.getElementById(id);
const form = element('facts');
const json = element('json');
const answer = element('answer');
const entered = new FactFields(form, () => element('rules').value, fromForm);
const choose = tabsOf(form);
const pointerOf = (field) => '/' + field.dataset.fact.replaceAll('.', '/');

let requestKey = null;

const parsed = (text) => {
  const read = JSON.parse(text.trim() === '' ? '{}' : text);
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw new SyntaxError('{ }');
  return read;
};

function saveInput() {
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify({ text: json.value, rules: element('rules').value, all: entered.showAll }));
}

function showCurl() {
  const body = json.value.trim().replaceAll("'", "'\\''");
  const key = form.dataset.open === 'true' ? '' : ' \\\n  -H "Authorization: Bearer $REDRESS_KEY"';
  element('curl').textContent =
    `curl -s ${ location.origin }/v1/decide \\\n  -H 'Content-Type: application/json'${ key } \\\n  -d '${ body }'`;
}

function changed() {
  requestKey = null;
  element('outdated').hidden = answer.querySelector('.answer') === null;
  showCurl();
  saveInput();
  entered.refresh();
}

// ---- Form and text ----

function fromForm() {
  json.value = JSON.stringify(entered.facts, null, 2);
  element('json-error').textContent = '';
  changed();
}

function fromText() {
  let facts;
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
  entered.set(facts);
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
  entered.clearErrors();
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
    const field = entered.fields.find((one) => pointer === pointerOf(one) || pointer.startsWith(pointerOf(one) + '/'));
    if (field && !entered.invalid.has(field.dataset.fact)) {
      entered.invalid.add(field.dataset.fact);
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
  entered.update();
  const first = entered.fields.find((field) => entered.invalid.has(field.dataset.fact));
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
      method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(entered.facts),
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

// ---- Events ----

json.addEventListener('input', () => later(fromText));
json.addEventListener('change', fromText);
element('rules').addEventListener('change', changed);
element('more').addEventListener('click', saveInput);
element('clear').addEventListener('click', () => load('{}'));
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
  entered.showAll = before.all === true;
  load(before.text ?? '{}', before.rules);
}

element('to-case')?.addEventListener('click', () => {
  location.href = '/cases/write?version=' + element('rules').value + '#facts=' + encodeURIComponent(json.value);
});

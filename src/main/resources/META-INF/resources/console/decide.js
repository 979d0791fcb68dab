// The page that decides: a form and a JSON text, either of which follows the other.
import { alarm, alarmOf, calm, confirmed, redressFetch } from '/console/console.js';
import { complain, factAt, newDefect, showIn, valueOf, withFact } from '/console/facts-form.js';
import { placeOf } from '/console/json-places.js';

const KEPT = 'redress-decide';
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
let faulty = new Set();
let all = false;
let asking = 0;
let requestKey = null;

const parsed = (text) => {
  const read = JSON.parse(text.trim() === '' ? '{}' : text);
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw new SyntaxError('{ }');
  return read;
};

// ---- What is shown ----

function arrange() {
  for (const field of fields.filter((one) => one.closest('[data-group]'))) {
    const name = field.dataset.fact;
    field.hidden = !(all || name in weights || factAt(facts, name) !== undefined || faulty.has(name)
      || field.contains(document.activeElement));
  }
  for (const group of groups) group.hidden = ![...group.querySelectorAll('[data-fact]')].some((field) => !field.hidden);
  const chosen = Boolean(facts.reason);
  more.hidden = !chosen && !all;
  more.textContent = all ? form.dataset.fewer : form.dataset.more;
  more.setAttribute('aria-pressed', String(all));
  const matters = element('matters');
  matters.hidden = !chosen || all;
  const told = Object.keys(weights).length > 0 ? matters.dataset.known : matters.dataset.asked;
  if (matters.textContent !== told) matters.textContent = told;
  for (const option of element('fact-reason').options) {
    const other = Boolean(option.dataset.type && facts.disputeType && option.dataset.type !== facts.disputeType);
    option.hidden = other;
    option.disabled = other;
  }
}

function remember() {
  sessionStorage.setItem(KEPT, JSON.stringify({ text: json.value, rules: element('rules').value, all }));
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

/** Asks which facts matter; until it is known, those that mattered before stay. */
async function inquire() {
  if (!facts.reason) {
    weights = {};
    arrange();
    return;
  }
  const turn = ++asking;
  try {
    const response = await redressFetch('/decide/facts?ruleSet=' + element('rules').value, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(facts),
    });
    if (turn !== asking) return;
    if (response.ok) {
      weights = await response.json();
      arrange();
    } else {
      alarmOf(response.status, await response.text());
    }
  } catch {
    alarm(document.body.dataset.unreachable);
  }
}

function changed() {
  requestKey = null;
  element('stale').hidden = answer.querySelector('.answer') === null;
  showCurl();
  remember();
  arrange();
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
      showIn(fields.find((one) => one.dataset.fact === 'disputeType'), facts);
    }
  }
  json.value = JSON.stringify(facts, null, 2);
  element('json-error').textContent = '';
  complain(field, '');
  faulty.delete(field.dataset.fact);
  changed();
}

function fromText() {
  try {
    facts = parsed(json.value);
  } catch (broken) {
    element('json-error').textContent = form.dataset.broken + broken.message;
    json.setAttribute('aria-invalid', 'true');
    remember();
    return;
  }
  element('json-error').textContent = '';
  json.removeAttribute('aria-invalid');
  forgive();
  fields.forEach((field) => showIn(field, facts));
  changed();
}

function take(text, rules = null) {
  json.value = text;
  if (rules && [...element('rules').options].some((one) => one.value === rules)) element('rules').value = rules;
  try {
    json.value = JSON.stringify(parsed(text), null, 2);
  } catch {
    // It stays as it was typed, and is said to be broken.
  }
  fromText();
}

// ---- Faults ----

function forgive() {
  faulty = new Set();
  fields.forEach((field) => complain(field, ''));
  element('faults').hidden = true;
}

function blame(errors) {
  forgive();
  const list = element('faults').querySelector('ul');
  list.replaceChildren();
  for (const { pointer, message } of errors) {
    const field = fields.find((one) => pointer === pointerOf(one) || pointer.startsWith(pointerOf(one) + '/'));
    if (field && !faulty.has(field.dataset.fact)) {
      faulty.add(field.dataset.fact);
      complain(field, message);
    }
    const item = document.createElement('li');
    const go = document.createElement('button');
    go.type = 'button';
    go.className = 'quiet';
    go.textContent = pointer || '/';
    go.addEventListener('click', () => {
      const [start, end] = placeOf(json.value, pointer);
      json.focus();
      json.setSelectionRange(start, end);
    });
    item.append(go, ' ' + message);
    list.append(item);
  }
  element('faults').hidden = errors.length === 0;
  arrange();
  const first = fields.find((field) => faulty.has(field.dataset.fact));
  (first?.querySelector('input, select, button') ?? list.querySelector('button'))?.focus();
}

// ---- Deciding ----

function ready() {
  if (element('json-error').textContent !== '') {
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
      calm();
      forgive();
      answer.innerHTML = body;
      element('stale').hidden = true;
      answer.querySelector('h2').focus({ preventScroll: true });
      answer.scrollIntoView({ block: 'start' });
      return true;
    }
    let errors = [];
    try {
      errors = JSON.parse(body).errors ?? [];
    } catch {
      // Told below.
    }
    if ((response.status === 400 || response.status === 422) && errors.length > 0) {
      calm();
      blame(errors);
    } else {
      alarmOf(response.status, body);
    }
  } catch {
    alarm(document.body.dataset.unreachable);
  } finally {
    buttons.forEach((button) => { button.disabled = false; });
    element('working').textContent = '';
  }
  return false;
}

/** Without secure context there is no randomUUID. */
function freshKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (ready()) send('/decide/try?ruleSet=' + element('rules').value);
});
element('keep')?.addEventListener('click', async () => {
  if (ready() && await confirmed(element('sure'))) {
    requestKey ??= freshKey();
    if (await send('/decide/keep', { 'Idempotency-Key': requestKey })) requestKey = null;
  }
});

// ---- Events ----

form.addEventListener('input', (event) => {
  const field = event.target.closest('[data-fact]');
  if (field) fromForm(field);
});
json.addEventListener('input', () => later(fromText));
json.addEventListener('change', fromText);
element('rules').addEventListener('change', changed);
more.addEventListener('click', () => {
  all = !all;
  remember();
  arrange();
});
element('clear').addEventListener('click', () => take('{}'));
form.addEventListener('click', (event) => {
  const field = event.target.closest('[data-fact]');
  if (event.target.closest('[data-add-defect]')) {
    newDefect(field);
    fromForm(field);
  } else if (event.target.closest('[data-remove-defect]')) {
    event.target.closest('li').remove();
    fromForm(field);
    field.querySelector('[data-add-defect]').focus();
  }
});
document.querySelectorAll('[data-example]').forEach((button) => {
  button.addEventListener('click', () => take(button.dataset.example));
});

/** Facts in the address are taken, and leave it: they may be personal. */
function takeFromAddress() {
  const sent = new URLSearchParams(location.hash.slice(1)).get('facts');
  if (sent === null) return false;
  history.replaceState(null, '', location.pathname + location.search);
  take(sent);
  return true;
}
window.addEventListener('hashchange', takeFromAddress);

if (!takeFromAddress()) {
  let before = {};
  try {
    before = JSON.parse(sessionStorage.getItem(KEPT)) ?? {};
  } catch {
    // Nothing that can be used.
  }
  all = before.all === true;
  take(before.text ?? '{}', before.rules);
}

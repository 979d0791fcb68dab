// The form of a new test case: the fields of the facts, and the same facts as text.
import { redressFetch, showError, showResponseError } from '/console/console.js';
import { FactFields, later, tabsOf } from '/console/fact-fields.js';

const FACTS = '#facts=';
const root = document.getElementById('facts');
const text = document.getElementById('facts-text');
const error = document.getElementById('facts-error');
const entered = new FactFields(root, () => root.dataset.version, fromForm);
const choose = tabsOf(root);
let latest = 0;

function showUnreadable(message) {
  error.textContent = message;
  if (message === '') text.removeAttribute('aria-invalid');
  else text.setAttribute('aria-invalid', 'true');
}

function fromForm() {
  latest++;
  text.value = JSON.stringify(entered.facts, null, 2);
  showUnreadable('');
  entered.refresh();
  // Rows that are added and removed are no input, which the preview waits for.
  root.form.dispatchEvent(new Event('input'));
}

/** Shows the text in the fields; the service reads it, as only that knows YAML. */
async function fromText() {
  const asked = ++latest;
  try {
    const response = await redressFetch('/cases/write/facts', { method: 'POST', body: new URLSearchParams({ text: text.value }) });
    if (asked !== latest) return;
    if (response.ok) {
      showUnreadable('');
      entered.set(await response.json());
      entered.refresh();
    } else if (response.status === 400) {
      showUnreadable(error.dataset.unreadable);
      choose('text');
    } else {
      showResponseError(response.status, await response.text());
    }
  } catch {
    showError(document.body.dataset.unreachable);
  }
}

text.addEventListener('input', () => later(fromText));

// Facts of the form for disputes come in the part of the address that browsers do not send: they may be personal data.
if (location.hash.startsWith(FACTS)) {
  text.value = decodeURIComponent(location.hash.slice(FACTS.length));
  history.replaceState(null, '', location.pathname + location.search);
  fromText();
}

// The fields of a dispute's facts: their values, and which of them matter under a rule set.
import { redressFetch, showError, showResponseError } from '/console/console.js';
import { addEmptyRow, factAt, setError, setValue, valueOf, withFact } from '/console/facts-form.js';

const element = (id) => document.getElementById(id);

/** Runs work once no other was asked for within a moment. */
export const later = (() => {
  let timer;
  return (work) => {
    clearTimeout(timer);
    timer = setTimeout(work, 250);
  };
})();

/** The seller declared these few for a purpose, and they may matter only together. */
const isOwn = (name) => name.startsWith('custom.');

/** The two ways in which facts are entered, one tab each; returns a function that chooses one. */
export function tabsOf(root) {
  const tabs = [...root.querySelectorAll('[role=tab]')];
  const choose = (entry) => {
    for (const tab of tabs) {
      const chosen = tab.id === 'tab-' + entry;
      tab.setAttribute('aria-selected', String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      element(tab.getAttribute('aria-controls')).hidden = !chosen;
    }
  };
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
  return choose;
}

export class FactFields {
  facts = {};
  fields;
  /** The names of the facts that were refused. */
  invalid = new Set();
  showAll = false;
  #root;
  #ruleSet;
  #edited;
  #groups;
  #weights = {};
  #latestInquiry = 0;

  /**
   * @param root the element that holds the fields
   * @param ruleSet gives the version of the rule set
   * @param edited is called when a field was edited
   */
  constructor(root, ruleSet, edited) {
    this.#root = root;
    this.#ruleSet = ruleSet;
    this.#edited = edited;
    this.fields = [...root.querySelectorAll('[data-fact]')];
    this.#groups = [...root.querySelectorAll('[data-group]')];
    root.addEventListener('input', (event) => {
      const field = event.target.closest('[data-fact]');
      if (field) this.#take(field);
    });
    root.addEventListener('click', (event) => {
      const field = event.target.closest('[data-fact]');
      if (event.target.closest('[data-add-row]')) {
        addEmptyRow(field);
        this.#take(field);
      } else if (event.target.closest('[data-remove-row]')) {
        event.target.closest('li').remove();
        this.#take(field);
        field.querySelector('[data-add-row]').focus();
      }
    });
    element('more').addEventListener('click', () => {
      this.showAll = !this.showAll;
      this.update();
    });
  }

  /** Shows facts in all fields. */
  set(facts) {
    this.facts = facts;
    this.fields.forEach((field) => setValue(field, facts));
  }

  /** Marks no field as refused. */
  clearErrors() {
    this.invalid = new Set();
    this.fields.forEach((field) => setError(field, ''));
  }

  /** Shows the fields that matter, and asks which do now. */
  refresh() {
    this.update();
    later(() => this.#inquire());
  }

  /** Shows the fields that matter. */
  update() {
    for (const field of this.fields.filter((one) => one.closest('[data-group]'))) {
      const name = field.dataset.fact;
      field.hidden = !(this.showAll || name in this.#weights || (isOwn(name) && this.facts.reason) || factAt(this.facts, name) !== undefined
        || this.invalid.has(name) || field.contains(document.activeElement));
    }
    for (const group of this.#groups) group.hidden = ![...group.querySelectorAll('[data-fact]')].some((field) => !field.hidden);
    const chosen = Boolean(this.facts.reason);
    const more = element('more');
    more.hidden = !chosen && !this.showAll;
    more.textContent = this.showAll ? this.#root.dataset.relevantOnly : this.#root.dataset.more;
    more.setAttribute('aria-pressed', String(this.showAll));
    const relevant = element('relevant');
    relevant.hidden = !chosen || this.showAll;
    const hint = Object.keys(this.#weights).length > 0 ? relevant.dataset.found : relevant.dataset.finding;
    if (relevant.textContent !== hint) relevant.textContent = hint;
    for (const option of element('fact-reason').options) {
      const other = Boolean(option.dataset.type && this.facts.disputeType && option.dataset.type !== this.facts.disputeType);
      option.hidden = other;
      option.disabled = other;
    }
  }

  /** Asks the service which facts are relevant; keeps the previous ones until it answers. */
  async #inquire() {
    if (!this.facts.reason) {
      this.#weights = {};
      this.update();
      return;
    }
    const inquiry = ++this.#latestInquiry;
    try {
      const response = await redressFetch('/decide/facts?ruleSet=' + this.#ruleSet(), {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(this.facts),
      });
      if (inquiry !== this.#latestInquiry) return;
      if (response.ok) {
        this.#weights = await response.json();
        this.update();
      } else if (response.status === 429) {
        later(() => this.#inquire());
      } else {
        showResponseError(response.status, await response.text());
      }
    } catch {
      showError(document.body.dataset.unreachable);
    }
  }

  #take(field) {
    this.facts = withFact(this.facts, field.dataset.fact, valueOf(field));
    if (field.dataset.fact === 'disputeType') {
      const reason = element('fact-reason');
      const type = reason.selectedOptions[0]?.dataset.type;
      if (type && type !== this.facts.disputeType) {
        reason.value = '';
        this.facts = withFact(this.facts, 'reason', undefined);
      }
    }
    if (field.dataset.fact === 'reason') {
      const type = element('fact-reason').selectedOptions[0]?.dataset.type;
      if (type && this.facts.disputeType !== type) {
        this.facts = { disputeType: type, ...withFact(this.facts, 'disputeType', undefined) };
        setValue(this.fields.find((one) => one.dataset.fact === 'disputeType'), this.facts);
      }
    }
    setError(field, '');
    this.invalid.delete(field.dataset.fact);
    this.#edited();
  }
}

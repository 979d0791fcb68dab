// Saves the edited table as a candidate.

import { redressFetch, showError, showResponseError } from '../console.js';
import { messageText } from './gist.js';

const by = (id) => document.getElementById(id);

/** Asks for a comment, sends the rows and opens the candidate; a failure keeps all input. */
export function listenToSave(address, model, page) {
  by('save').addEventListener('click', () => {
    page.begin();
    by('save-problems').hidden = page.problems() === 0;
    by('save-dialog').showModal();
  });
  by('save-cancel').addEventListener('click', () => by('save-dialog').close());
  by('save-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    busy(true);
    try {
      const answer = await redressFetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ rows: model.compact(), comment: by('comment').value }),
      });
      const body = await answer.text();
      if (answer.ok) {
        page.saved();
        location.href = JSON.parse(body).address;
        return;
      }
      by('save-dialog').close();
      showRefusal(answer.status, body, page.say);
      page.refused();
    } catch {
      by('save-dialog').close();
      showError(document.body.dataset.unreachable);
    } finally {
      busy(false);
    }
  });
}

function busy(now) {
  by('save-now').disabled = now;
  by('saving').hidden = !now;
}

function showRefusal(status, body, say) {
  const problems = status === 422 ? JSON.parse(body).problems ?? [] : [];
  if (problems.length === 0) {
    showResponseError(status, body);
    return;
  }
  showError(say('refused'), problems.map((one) =>
    [one.file, one.sheet, one.cell].filter(Boolean).join(' ') + ': ' + messageText(one)));
}

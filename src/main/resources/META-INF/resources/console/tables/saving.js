// How a table that was edited becomes a candidate.

import { alarm, alarmOf, redressFetch } from '../console.js';
import { toldOf } from './gist.js';

const by = (id) => document.getElementById(id);

/** Asks for a comment, sends the rows, and goes on to the candidate; whatever fails loses nothing. */
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
      refused(answer.status, body, page.say);
      page.refused();
    } catch {
      by('save-dialog').close();
      alarm(document.body.dataset.unreachable);
    } finally {
      busy(false);
    }
  });
}

function busy(now) {
  by('save-now').disabled = now;
  by('saving').hidden = !now;
}

function refused(status, body, say) {
  const problems = status === 422 ? JSON.parse(body).problems ?? [] : [];
  if (problems.length === 0) {
    alarmOf(status, body);
    return;
  }
  alarm(say('refused'), problems.map((one) =>
    [one.file, one.sheet, one.cell].filter(Boolean).join(' ') + ': ' + toldOf(one)));
}

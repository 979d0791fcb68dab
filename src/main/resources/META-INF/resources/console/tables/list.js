// The list of tables: workbook upload and unsaved drafts.

import { redressFetch, showError, showResponseError } from '../console.js';
import * as drafts from './drafts.js';
import { messageElement } from './gist.js';

const by = (id) => document.getElementById(id);

// Drafts

const draftBox = by('drafts');
for (const { version, table } of draftBox ? drafts.all() : []) {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = '/tables/' + encodeURIComponent(version) + '/' + encodeURIComponent(table);
  link.textContent = table;
  item.append(link, ' · ' + version);
  by('drafts-list').append(item);
  draftBox.hidden = false;
}

// Workbooks

const drop = by('drop');
const input = by('workbooks');
let files = [];

// Browsers number a file that they download again; it is sent under the name of the workbook.
const NUMBERED = /\s*\(\d{1,4}\)(?=\.xlsx$)/;
const workbooks = () => [...document.querySelectorAll('[data-workbook]')].map((one) => one.dataset.workbook);

function meant(name) {
  const known = workbooks();
  const original = name.replace(NUMBERED, '');
  return !known.includes(name) && known.includes(original) ? original : name;
}

function confirmUpload(list) {
  files = [...list];
  if (files.length > 0) {
    by('upload-files').replaceChildren(...files.map((file) => {
      const item = document.createElement('li');
      const name = meant(file.name);
      item.textContent = name === file.name ? name
        : by('upload-files').dataset.as.replace('{0}', () => file.name).replace('{1}', () => name);
      return item;
    }));
    by('upload-dialog').showModal();
  }
}

input?.addEventListener('change', () => confirmUpload(input.files));
drop?.addEventListener('dragover', (event) => {
  event.preventDefault();
  drop.classList.add('over');
});
drop?.addEventListener('dragleave', () => drop.classList.remove('over'));
drop?.addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  confirmUpload(event.dataTransfer.files);
});
by('upload-cancel')?.addEventListener('click', () => by('upload-dialog').close());
by('upload-dialog')?.addEventListener('close', () => { input.value = ''; });

by('upload-form')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = new FormData();
  files.forEach((file) => form.append('file', file, meant(file.name)));
  form.append('comment', by('upload-comment').value);
  form.append('base', by('upload-base').value);
  const button = by('upload-now');
  button.disabled = true;
  by('uploading').hidden = false;
  try {
    const answer = await redressFetch('/tables/workbooks', { method: 'POST', body: form });
    const body = await answer.text();
    if (answer.ok) {
      location.href = JSON.parse(body).address;
      return;
    }
    by('upload-dialog').close();
    showProblems(answer.status, body);
  } catch {
    by('upload-dialog').close();
    showError(document.body.dataset.unreachable);
  } finally {
    button.disabled = false;
    by('uploading').hidden = true;
  }
});

/** Lists the problems of refused workbooks by cell. */
function showProblems(status, body) {
  const problems = status === 422 ? JSON.parse(body).problems ?? [] : [];
  if (problems.length === 0) {
    showResponseError(status, body);
    return;
  }
  by('upload-problems').hidden = false;
  by('upload-problems-rows').replaceChildren(...problems.map((problem) => {
    const row = document.createElement('tr');
    for (const part of [problem.file, problem.sheet ?? '', problem.cell ?? '', messageElement(problem)]) {
      const cell = document.createElement('td');
      cell.append(part);
      row.append(cell);
    }
    return row;
  }));
  by('upload-problems-title').focus();
}

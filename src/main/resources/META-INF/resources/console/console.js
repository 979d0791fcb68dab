// Shared by all pages: language, CSRF header, error messages, copying, dialogs.

const cookie = (name) =>
  document.cookie.split('; ').find((one) => one.startsWith(name + '='))?.slice(name.length + 1) ?? '';

const texts = document.body.dataset;
const alerts = document.getElementById('alerts');
// Titles and advice by problem type; empty on English pages, as details are in English.
const problems = JSON.parse(document.getElementById('problem-types')?.textContent ?? '{}');

const english = (text) => {
  const original = document.createElement('span');
  original.className = 'original';
  original.lang = 'en';
  original.textContent = text;
  return original;
};

// What a detail says to programs; people read it in other words.
const FOR_PROGRAMS = / ?Retry after the time in Retry-After[.]/;

/** Shows an error at the top of the page until it is closed or a request succeeds. */
export function showError(text, details = [], link = null) {
  const box = document.createElement('div');
  box.className = 'notice bad';
  const words = document.createElement('div');
  const line = document.createElement('p');
  line.textContent = text;
  words.append(line);
  if (details.length > 0) {
    const list = document.createElement('ul');
    for (const detail of details) {
      const item = document.createElement('li');
      item.append(detail);
      list.append(item);
    }
    words.append(list);
  }
  if (link) {
    const anchor = document.createElement('a');
    anchor.href = link.href;
    anchor.target = '_blank';
    anchor.textContent = link.text;
    words.append(anchor);
  }
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'quiet';
  close.textContent = texts.close;
  close.addEventListener('click', clearError);
  box.append(words, close);
  alerts.replaceChildren(box);
  const dialog = document.querySelector('dialog[open]');
  if (dialog) {
    // A modal dialog hides the rest of the page from pointer and screen reader.
    dialog.prepend(alerts);
  } else {
    document.getElementById('main').before(alerts);
  }
  box.scrollIntoView({ block: 'nearest' });
}

export function clearError() {
  alerts.replaceChildren();
}

/** Shows the error of a failed response, whose body is usually problem JSON (RFC 9457). */
export function showResponseError(status, body) {
  if (status === 401) {
    showError(texts.signedOut, [], { href: '/sign-in?to=' + encodeURIComponent(location.pathname + location.search), text: texts.signIn });
    return;
  }
  let problem = {};
  try {
    problem = JSON.parse(body);
  } catch {
    // A proxy may answer in another format.
  }
  if (problem.type === 'urn:redress:problem:not-from-a-page') {
    // Loading the page renews the CSRF cookie.
    fetch(location.href).finally(() => showError(texts.stale));
    return;
  }
  if (status === 429) {
    const why = (problem.detail ?? '').replace(FOR_PROGRAMS, '');
    showError(texts.busy, why ? [english(why)] : []);
    return;
  }
  const errors = (problem.errors ?? []).map((one) => (one.pointer ? one.pointer + ': ' : '') + one.message);
  const reasons = (problem.reasons ?? []).filter((one) => one !== problem.detail);
  const gist = errors.length === 0 && problems[String(problem.type).replace('urn:redress:problem:', '')];
  if (gist) {
    showError(gist, [problem.detail, ...reasons].map(english));
  } else {
    showError(problem.detail ?? texts.failed, [...errors, ...reasons]);
  }
}

/** Like fetch, with the CSRF header. */
export function redressFetch(url, options = {}) {
  const headers = new Headers(options.headers);
  headers.set('X-CSRF-Token', cookie('redress-csrf'));
  return fetch(url, { ...options, headers });
}

/** Opens a dialog of the page; resolves to whether the user confirmed. */
export function confirmInDialog(dialog) {
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}

document.addEventListener('htmx:configRequest', (event) => {
  if ('zoned' in event.detail.elt.dataset) {
    event.detail.parameters.zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
  event.detail.headers['X-CSRF-Token'] = cookie('redress-csrf');
});
// What a page can do without, such as the menu of a page that tells of a problem, is left out in silence.
const isOptional = (event) => 'optional' in event.detail.elt.dataset;
document.addEventListener('htmx:responseError', (event) => {
  if (isOptional(event)) {
    return;
  }
  showResponseError(event.detail.xhr.status, event.detail.xhr.responseText);
});
// Parts of a page that come when it is there wait while too much else is read.
const MAX_RETRIES = 20;
const retries = new WeakMap();
document.addEventListener('htmx:beforeSwap', ({ detail }) => {
  const { elt, path, verb } = detail.requestConfig;
  const before = retries.get(elt) ?? 0;
  if (detail.xhr.status === 429 && verb === 'get' && before < MAX_RETRIES) {
    detail.isError = false;
    detail.shouldSwap = false;
    retries.set(elt, before + 1);
    const seconds = Number(detail.xhr.getResponseHeader('Retry-After')) || 1;
    setTimeout(() => window.htmx.ajax('GET', path, { source: elt, target: detail.target }), seconds * 1000);
  }
});
// Tried facts may be personal data, and must not remain for the next user.
document.addEventListener('htmx:beforeRequest', (event) => {
  if (event.detail.requestConfig.path === '/sign-out') {
    sessionStorage.clear();
  }
});
// The server does not see the part after #, such as the row of a table, so the way back keeps it here.
document.addEventListener('htmx:beforeOnLoad', (event) => {
  const to = event.detail.xhr.getResponseHeader('HX-Redirect');
  if (to && location.hash && event.detail.requestConfig.path === '/sign-in') {
    event.preventDefault();
    location.href = to + location.hash;
  }
});
document.addEventListener('htmx:sendError', (event) => isOptional(event) || showError(texts.unreachable));
document.addEventListener('htmx:timeout', () => showError(texts.unreachable));
document.addEventListener('htmx:afterOnLoad', (event) => {
  if (event.detail.xhr.status < 400) {
    clearError();
  }
});

document.addEventListener('click', async (event) => {
  const language = event.target.closest('[data-language]');
  if (language) {
    document.cookie = `redress-language=${ language.dataset.language }; path=/; max-age=31536000; samesite=lax`;
    location.reload();
    return;
  }
  const copy = event.target.closest('[data-copy]');
  if (copy) {
    const source = document.querySelector(copy.dataset.copy);
    await navigator.clipboard.writeText(source.value ?? source.textContent);
    const before = copy.textContent;
    copy.textContent = texts.copied;
    setTimeout(() => { copy.textContent = before; }, 1500);
    return;
  }
  const opens = event.target.closest('[data-opens]');
  if (opens) {
    document.querySelector(opens.dataset.opens).showModal();
  }
});
document.addEventListener('submit', (event) => {
  const { pageBefore, pageAfter } = event.target.dataset;
  if (pageBefore !== undefined) {
    event.preventDefault();
    const { type, value } = event.target.querySelector('input');
    if (type === 'date' ? value : Number.isInteger(Number(value)) && Number(value) > 0) {
      location.href = pageBefore + value + pageAfter;
    }
  }
});

// What every page does: language, proofs of origin, failures, copying, dialogs.

const cookie = (name) =>
  document.cookie.split('; ').find((one) => one.startsWith(name + '='))?.slice(name.length + 1) ?? '';

const said = document.body.dataset;
const alerts = document.getElementById('alerts');
// What problems are in the page's language, unless that is the one of their details.
const problems = JSON.parse(document.getElementById('problem-types')?.textContent ?? '{}');

const english = (text) => {
  const original = document.createElement('span');
  original.className = 'original';
  original.lang = 'en';
  original.textContent = text;
  return original;
};

/** Tells what went wrong, above all else, until it is closed or something works. */
export function alarm(text, details = [], link = null) {
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
  close.textContent = said.close;
  close.addEventListener('click', calm);
  box.append(words, close);
  alerts.replaceChildren(box);
  const asking = document.querySelector('dialog[open]');
  if (asking) {
    // All else can neither be seen nor reached as long as it is open.
    asking.prepend(alerts);
  } else {
    document.getElementById('main').before(alerts);
  }
  box.scrollIntoView({ block: 'nearest' });
}

export function calm() {
  alerts.replaceChildren();
}

/** Tells of a failed answer in its own words, whose JSON is that of RFC 9457. */
export function alarmOf(status, body) {
  if (status === 401) {
    alarm(said.signedOut, [], { href: '/sign-in?to=' + encodeURIComponent(location.pathname), text: said.signIn });
    return;
  }
  let problem = {};
  try {
    problem = JSON.parse(body);
  } catch {
    // Whoever stands before the service answers in another form.
  }
  if (problem.type === 'urn:redress:problem:not-from-a-page') {
    // The cookie that proves where a page is from was renewed by this very answer's page.
    fetch(location.href).finally(() => alarm(said.stale));
    return;
  }
  const told = (problem.errors ?? []).map((one) => (one.pointer ? one.pointer + ': ' : '') + one.message);
  const reasons = (problem.reasons ?? []).filter((one) => one !== problem.detail);
  const gist = told.length === 0 && problems[String(problem.type).replace('urn:redress:problem:', '')];
  if (gist) {
    alarm(gist, [problem.detail, ...reasons].map(english));
  } else {
    alarm(problem.detail ?? said.failed, [...told, ...reasons]);
  }
}

/** Like fetch, with the proof that the request comes from a page of ours. */
export function redressFetch(url, options = {}) {
  const headers = new Headers(options.headers);
  headers.set('X-CSRF-Token', cookie('redress-csrf'));
  return fetch(url, { ...options, headers });
}

/** Asks before something is done; answers whether it may be. The dialog is one of the page. */
export function confirmed(dialog) {
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}

document.addEventListener('htmx:configRequest', (event) => {
  event.detail.headers['X-CSRF-Token'] = cookie('redress-csrf');
});
document.addEventListener('htmx:responseError', (event) => {
  alarmOf(event.detail.xhr.status, event.detail.xhr.responseText);
});
// Facts that somebody tried may be personal, and are not for who signs in next.
document.addEventListener('htmx:beforeRequest', (event) => {
  if (event.detail.requestConfig.path === '/sign-out') {
    sessionStorage.clear();
  }
});
document.addEventListener('htmx:sendError', () => alarm(said.unreachable));
document.addEventListener('htmx:timeout', () => alarm(said.unreachable));
document.addEventListener('htmx:afterOnLoad', (event) => {
  if (event.detail.xhr.status < 400) {
    calm();
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
    copy.textContent = said.copied;
    setTimeout(() => { copy.textContent = before; }, 1500);
    return;
  }
  const opens = event.target.closest('[data-opens]');
  if (opens) {
    document.querySelector(opens.dataset.opens).showModal();
  }
});

// Messages of problems and findings: the gist in the page's language, then the English original.

import { element } from './element.js';

const gists = JSON.parse(document.getElementById('gists').textContent);

const gist = (problem) => gists[problem.code] ?? '';

const original = (problem) => [problem.message, problem.suggestion].filter(Boolean).join(' ');

/** The whole message of a problem or finding as text. */
export const messageText = (problem) => [gist(problem), original(problem)].filter(Boolean).join(' ');

/** The same as an element, with the language of each part. */
export function messageElement(problem) {
  const first = gist(problem);
  const whole = element('span', {}, first === '' ? original(problem) : first + ' ');
  if (first !== '') {
    whole.append(element('span', { class: 'original', lang: 'en' }, original(problem)));
  }
  return whole;
}

// What problems and findings are in the page's language, where their messages are in another.

import { element } from './element.js';

const known = JSON.parse(document.getElementById('gists').textContent);

const gist = (fault) => known[fault.code] ?? '';

const original = (fault) => [fault.message, fault.suggestion].filter(Boolean).join(' ');

/** All that is said of a fault, as one text. */
export const toldOf = (fault) => [gist(fault), original(fault)].filter(Boolean).join(' ');

/** The same as an element, whose parts are marked with their languages. */
export function told(fault) {
  const first = gist(fault);
  const whole = element('span', {}, first === '' ? original(fault) : first + ' ');
  if (first !== '') {
    whole.append(element('span', { class: 'original', lang: 'en' }, original(fault)));
  }
  return whole;
}

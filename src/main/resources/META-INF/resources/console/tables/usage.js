// How often the rows of the table were used, beside their numbers.

import { redressFetch } from '../console.js';

/** The figures by the number of the row in the edited rule set; none where they cannot be read. */
export async function readUsage(version, table) {
  const answer = await redressFetch('/rulesets/' + version + '/usage/tables/' + encodeURIComponent(table));
  return answer.ok ? new Map((await answer.json()).map((one) => [one.row, one])) : new Map();
}

import { h, type JSX } from 'preact';

import type { Finding } from '../model/finding.ts';
import type { Environment } from '../model/report.ts';
import { none } from './none.ts';
import { table } from './table.ts';
import { count } from './words.ts';

/** What the policies find in what is rendered. */
export const findingsOf = ({ name, rules, findings }: Environment): JSX.Element =>
  findings.length === 0
    ? none(`${count(rules, 'rule')} had something to judge in ${name}, and found nothing.`)
    : table({
        caption: `Findings in ${name}, by ${count(rules, 'rule')}`,
        head: ['Rule', 'State', 'Where', 'What', 'Expected', 'Received', 'Why'],
        rows: findings.map((finding) => [
          finding.rule,
          state(finding),
          h('code', {}, `${finding.file}:${finding.line}`),
          `${finding.subject} ${finding.message}`,
          finding.expected,
          finding.received,
          finding.why,
        ]),
      });

function state({ severity, stops, waivedBy }: Finding): string {
  if (waivedBy !== undefined) return `${severity}, waived by ${waivedBy}`;
  return stops ? `${severity}: stops a merge` : severity;
}

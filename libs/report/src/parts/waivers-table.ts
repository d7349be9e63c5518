import type { JSX } from 'preact';

import type { Environment } from '../model/report.ts';
import { none } from './none.ts';
import { table } from './table.ts';

/** What is knowingly not kept, until when, and who answers for it. */
export const waiversOf = ({ name, waivers }: Environment): JSX.Element =>
  waivers.length === 0
    ? none(`${name} declares no waivers.`)
    : table({
        caption: `Waivers of ${name}`,
        head: ['Rule', 'For', 'State', 'Last day', 'Owner', 'Why'],
        rows: waivers.map(({ rule, subject, inForce, expires, owner, reason }) => [
          rule,
          subject,
          inForce ? 'in force' : 'over: it excuses nothing',
          expires,
          owner,
          reason,
        ]),
      });

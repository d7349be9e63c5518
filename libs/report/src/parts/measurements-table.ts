import { h, type JSX } from 'preact';

import type { Environment } from '../model/report.ts';
import { none } from './none.ts';
import { table } from './table.ts';

/** What drills measured, as the repository holds it. */
export const measurementsOf = ({ name, measurements }: Environment): JSX.Element =>
  measurements.length === 0
    ? none(`Nothing that the proofs of ${name} use is measured yet.`)
    : table({
        caption: `Measured for ${name}`,
        figures: [1, 2, 3],
        head: ['Time or rate', 'Runs', 'Expected', 'At worst', 'Newest', 'Reports'],
        rows: measurements.map(({ name: of, runs, expected, worst, newest, evidence }) => [
          h('code', {}, of),
          String(runs),
          expected,
          worst,
          newest,
          evidence.map((address) => h('div', {}, h('code', {}, address))),
        ]),
      });

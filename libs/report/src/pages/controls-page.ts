import { h } from 'preact';

import { controls } from '../controls.ts';
import type { Report } from '../model/report.ts';
import type { Page } from '../page.ts';
import { link } from '../parts/link.ts';
import { table } from '../parts/table.ts';
import { paths } from '../paths.ts';

const path = paths.controls;

/** For which control each part of the site is evidence. */
export const controlsPage = (report: Report): Page => ({
  path,
  title: 'Controls that this site is evidence for',
  body: [
    h(
      'p',
      { class: 'note' },
      'This site is evidence, and no certificate. It shows what is declared, computed, judged and measured of backups and recoveries; whether a control is met as a whole is for the organisation and its auditors to decide. The summaries are in our own words: the standards and laws themselves count.',
    ),
    table({
      caption: `Controls, and where ${report.organisation} has evidence`,
      head: ['Control', 'It asks for', 'Evidence here', 'Not shown here'],
      rows: controls.map(({ standard, control, asks, evidence, beyond }) => [
        `${standard} ${control}`,
        asks,
        evidence.map(({ page, shows }) =>
          h('div', {}, [link({ from: path, to: paths[page] }, titles[page]), `: ${shows}`]),
        ),
        beyond,
      ]),
    }),
  ],
});

const titles = {
  overview: 'Overview',
  calendar: 'Calendar',
  findings: 'Findings and waivers',
  evidence: 'Evidence',
} as const;

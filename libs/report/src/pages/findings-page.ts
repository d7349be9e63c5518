import { h } from 'preact';

import type { Report } from '../model/report.ts';
import type { Page } from '../page.ts';
import { findingsOf } from '../parts/findings-table.ts';
import { waiversOf } from '../parts/waivers-table.ts';
import { paths } from '../paths.ts';

/** What the policies find, and what is excused until when. */
export const findingsPage = ({ environments, date }: Report): Page => ({
  path: paths.findings,
  title: 'Findings and waivers',
  body: [
    h(
      'p',
      {},
      `The policies judge the rendered files, which ArgoCD and Terraform apply. A waiver names who answers for it and its last day; whether it is in force is decided for ${date}.`,
    ),
    ...environments.flatMap((environment) => [
      h('h2', {}, environment.name),
      findingsOf(environment),
      waiversOf(environment),
    ]),
  ],
});

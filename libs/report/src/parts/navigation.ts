import { h, type JSX } from 'preact';

import type { Report } from '../model/report.ts';
import { address, paths } from '../paths.ts';

/** The links to every page that is about more than one service. */
export const navigation = ({ environments, changes }: Report, path: string): JSX.Element =>
  h(
    'nav',
    { 'aria-label': 'Pages' },
    h('ul', {}, [
      entry(path, paths.overview, 'Overview'),
      ...environments.map(({ name }) => entry(path, paths.environment(name), name)),
      entry(path, paths.calendar, 'Calendar'),
      entry(path, paths.cost, 'Cost'),
      entry(path, paths.findings, 'Findings and waivers'),
      entry(path, paths.evidence, 'Evidence'),
      ...(changes ? [entry(path, paths.changes, 'Changes')] : []),
      entry(path, paths.controls, 'Controls'),
    ]),
  );

const entry = (from: string, to: string, text: string): JSX.Element =>
  h(
    'li',
    {},
    h('a', { href: address(from, to), ...(from === to && { 'aria-current': 'page' }) }, text),
  );

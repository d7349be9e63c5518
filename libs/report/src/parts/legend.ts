import { h, type JSX } from 'preact';

import { badge, marks } from './verdict.ts';

/** What the marks and the lines of a cell mean. */
export const legend = (): JSX.Element =>
  h('dl', { class: 'legend' }, [
    ...Object.values(marks).flatMap((mark) => entry(badge(mark), mark.means)),
    ...entry('loses', 'The most data that is lost, of what may be lost (RPO).'),
    ...entry(
      'back',
      'The longest until the service is checked and back, of what it may take (RTO).',
    ),
    ...entry(
      'drill',
      'What the newest run measured that restored the service as after this disaster: data lost, and time.',
    ),
  ]);

const entry = (term: JSX.Element | string, means: string): JSX.Element[] => [
  h('dt', {}, term),
  h('dd', {}, means),
];

import { h, type JSX } from 'preact';

import type { Report } from '../model/report.ts';

/** What the page was made of, and when. */
export const footer = ({ date, revision, version }: Report): JSX.Element =>
  h('footer', {}, [
    h('p', {}, [
      `Made by resilience ${version} for ${date}`,
      ...(revision ? [' from the commit ', h('code', {}, revision.commit)] : []),
      revision?.changed === true ? ', with changes in environments/ that are not committed.' : '.',
    ]),
    h('p', {}, 'This site is evidence. It is no certificate, and no audit.'),
  ]);

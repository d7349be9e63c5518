import { h, type JSX } from 'preact';

import type { ChangedFile, Changes } from '../model/changes.ts';
import type { Page } from '../page.ts';
import { list } from '../parts/list.ts';
import { none } from '../parts/none.ts';
import { table } from '../parts/table.ts';
import { paths } from '../paths.ts';

const titles = {
  declared: 'What is declared',
  measured: 'What drills measured',
  rendered: 'What is rendered',
} as const satisfies Record<ChangedFile['kind'], string>;

/** What is different since another commit. */
export const changesPage = (changes: Changes): Page => ({
  path: paths.changes,
  title: `Changes since ${changes.since}`,
  body: [
    ...meaning(changes),
    h('h2', {}, 'Commits'),
    changes.commits.length === 0
      ? none('No commit changed environments/.')
      : table({
          caption: 'Commits that change environments/',
          head: ['Commit', 'Date', 'Subject'],
          rows: changes.commits.map(({ commit, date, subject }) => [
            h('code', {}, commit),
            date,
            subject,
          ]),
        }),
    ...Object.entries(titles).flatMap(([kind, title]) => [
      h('h2', {}, title),
      changed(
        title,
        changes.files.filter((file) => file.kind === kind),
      ),
    ]),
  ],
});

/** What the change means, before what it is made of. */
const meaning = ({ weaker, environments, notices }: Changes): JSX.Element[] => [
  h('h2', {}, 'What is weaker'),
  weaker.length === 0
    ? none('Nothing protects less than before.')
    : table({
        caption: 'What protects less than before',
        head: ['In', 'What', 'Declared at'],
        rows: weaker.map(({ of, text, places }) => [
          of.join(', '),
          text,
          places.map((place) => h('div', {}, h('code', {}, place))),
        ]),
      }),
  ...environments.flatMap(({ name, change, sections }) => [
    h('h2', {}, `${name}: ${change}`),
    ...sections.flatMap(({ title, lines }) => [h('h3', {}, title), list(lines)]),
  ]),
  ...(notices.length > 0 ? [h('h2', {}, 'The comparison does without'), list(notices)] : []),
];

const changed = (title: string, files: readonly ChangedFile[]): JSX.Element =>
  files.length === 0
    ? none('Nothing changed.')
    : table({
        caption: `${title}: files`,
        head: ['File', 'Change'],
        rows: files.map(({ path, change }) => [h('code', {}, path), change]),
      });

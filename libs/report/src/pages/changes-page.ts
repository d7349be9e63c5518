import { h, type JSX } from 'preact';

import type { ChangedFile, Changes } from '../model/changes.ts';
import type { Page } from '../page.ts';
import { none } from '../parts/none.ts';
import { table } from '../parts/table.ts';
import { paths } from '../paths.ts';

const titles = {
  declared: 'What is declared',
  measured: 'What drills measured',
  rendered: 'What is rendered',
} as const satisfies Record<ChangedFile['kind'], string>;

/** What is different since another commit. */
export const changesPage = ({ since, commits, files }: Changes): Page => ({
  path: paths.changes,
  title: `Changes since ${since}`,
  body: [
    h('h2', {}, 'Commits'),
    commits.length === 0
      ? none('No commit changed environments/.')
      : table({
          caption: 'Commits that change environments/',
          head: ['Commit', 'Date', 'Subject'],
          rows: commits.map(({ commit, date, subject }) => [h('code', {}, commit), date, subject]),
        }),
    ...Object.entries(titles).flatMap(([kind, title]) => [
      h('h2', {}, title),
      changed(
        title,
        files.filter((file) => file.kind === kind),
      ),
    ]),
  ],
});

const changed = (title: string, files: readonly ChangedFile[]): JSX.Element =>
  files.length === 0
    ? none('Nothing changed.')
    : table({
        caption: `${title}: files`,
        head: ['File', 'Change'],
        rows: files.map(({ path, change }) => [h('code', {}, path), change]),
      });

import { createTwoFilesPatch } from 'diff';

import type { Change } from './changes.ts';

const nowhere = '/dev/null';

/** @param folder where the changed files are, as it shall be printed */
export const unifiedDiff = (folder: string, { path, before, after }: Change): string =>
  createTwoFilesPatch(
    before === undefined ? nowhere : `a/${folder}/${path}`,
    after === undefined ? nowhere : `b/${folder}/${path}`,
    before ?? '',
    after ?? '',
    undefined,
    undefined,
    {
      context: 3,
      headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
    },
  );

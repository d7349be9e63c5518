import type { Statement } from '@resilience/diff/compare-guards';
import type { Environment } from '@resilience/config/environment';
import { located } from '@resilience/config/locate';
import { writtenAt } from '@resilience/config/source';

import type { PlacedStatement, StatementPlace } from './diff-flags.ts';

/** Where the places of statements are looked for. */
interface Side {
  /** The folder of the side. */
  readonly root: string;
  /** The declaration that is written there, from the folder on. */
  readonly file: string;
  readonly environment: Environment | undefined;
}

/** Statements with file and line: of what is gone, the nearest place that is left. */
export const placeStatements = (statements: readonly Statement[], side: Side): PlacedStatement[] =>
  statements.map(({ paths, ...statement }) => ({
    ...statement,
    places: paths.length === 0 ? [{ file: side.file, path: '' }] : placesOf(paths, side),
  }));

function placesOf(paths: readonly string[], { root, file, environment }: Side): StatementPlace[] {
  const places = paths.map((path) => {
    const rendered = renderedFile.exec(path)?.[0];
    if (rendered !== undefined) return { file: rendered, path: '' };
    return { file, path: environment ? writtenAt(environment.sources, path) : path };
  });
  const distinct = new Map(places.map((place) => [`${place.file} ${place.path}`, place]));
  return located(root, [...distinct.values()]).map(({ file: where, line, path }) => ({
    file: where,
    ...(line !== undefined && { line }),
    path,
  }));
}

/** A guard in a rendered file may name what it is in that file. */
const renderedFile = /^environments\/.+?\.(yaml|json|tf)(?=\.|$)(?:\.json)?/;

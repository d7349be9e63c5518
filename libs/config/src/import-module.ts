import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { describeValue, type Problem } from './problem.ts';

export type Imported =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Imports a declaration.
 *
 * @param root the repository's folder
 * @param file its path from there
 * @returns what it exports, or why and on which line of which file it cannot be loaded
 */
export async function importModule(root: string, file: string): Promise<Imported> {
  try {
    return { ok: true, value: await import(pathToFileURL(join(root, file)).href) };
  } catch (error) {
    return { ok: false, problem: problemOf(error, root, file) };
  }
}

function problemOf(error: unknown, root: string, file: string): Problem {
  const place = error instanceof Error ? placeOf(error, root) : undefined;
  return {
    file: place?.file ?? file,
    path: '',
    ...(place && { line: place.line, column: place.column }),
    code: 'config/not-loadable',
    message: 'cannot be loaded',
    expected: 'a TypeScript module that Node runs',
    received: `${error instanceof Error ? `${error.name}: ${error.message}` : describeValue(error)}${
      place ? ` in "${place.text}"` : ''
    }`,
    fix: 'correct the line; "npm run typecheck" shows every mistake of the file',
  };
}

interface Place {
  /** From the root. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/**
 * Where a module of the repository does not parse or throws. Node writes the place of a syntax error in the
 * first lines of the stack, with a mark below the column, and that of any other error in the calls.
 */
function placeOf({ message, stack = '' }: Error, root: string): Place | undefined {
  const absent = absentIn(message);
  if (absent) return placeOfImport(root, absent);
  const [first = '', ...others] = stack.split('\n');
  const unparsed = /^(?<file>(file:|\/|[A-Z]:\\).+):(?<line>\d+)$/.exec(first)?.groups;
  if (unparsed) {
    const mark = others.find((line) => /^\s*\^+\s*$/.test(line)) ?? '^';
    return placeIn(root, unparsed, mark.indexOf('^') + 1);
  }
  const calls = stack.matchAll(/(?<file>file:\/\/[^\s()]+):(?<line>\d+):(?<column>\d+)/g);
  return [...calls]
    .map(({ groups }) => placeIn(root, groups, Number(groups?.['column'])))
    .find((place) => place?.file.startsWith('environments/'));
}

interface Absent {
  /** The path of a module, or the name of a package. */
  readonly target: string;
  readonly importer: string;
}

function absentIn(message: string): Absent | undefined {
  const { target = '', importer = '' } =
    /^Cannot find (?:module|package) '(?<target>.+)' imported from (?<importer>.+)$/.exec(message)
      ?.groups ?? {};
  return importer === '' ? undefined : { target, importer };
}

/** Node says which module is not there, and not on which line it is asked for. */
function placeOfImport(root: string, { target, importer }: Absent): Place | undefined {
  const lines = readFileSync(importer, 'utf8').split('\n');
  for (const [index, text] of lines.entries()) {
    for (const { index: at, 1: specifier = '' } of text.matchAll(/['"]([^'"]+)['"]/g)) {
      const path = specifier.startsWith('.') ? join(dirname(importer), specifier) : specifier;
      if (path === target || path.startsWith(`${target}/`))
        return placeIn(root, { file: importer, line: String(index + 1) }, at + 1);
    }
  }
  return undefined;
}

function placeIn(
  root: string,
  groups: Readonly<Record<string, string>> | undefined,
  column: number,
): Place | undefined {
  const path = groups?.['file'] ?? '';
  const absolute = path.startsWith('file:') ? fileURLToPath(path) : path;
  const file = relative(root, absolute).replaceAll(sep, '/');
  if (path === '' || file.startsWith('../')) return undefined;
  const line = Number(groups?.['line']);
  const text = readFileSync(absolute, 'utf8').split('\n')[line - 1]?.trim() ?? '';
  return { file, line, column, text };
}

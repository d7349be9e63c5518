import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { parseSync } from 'oxc-parser';

/**
 * A module and all that it imports by relative paths, and they in turn.
 *
 * @param root the repository's folder
 * @param file its path from there; one that is not there imports nothing
 * @param known what was read of other modules
 */
export function importedFiles(
  root: string,
  file: string,
  known: Map<string, readonly string[]>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [file];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    const direct = known.get(next) ?? importsOf(root, next);
    known.set(next, direct);
    waiting.push(...direct);
  }
  return found;
}

function importsOf(root: string, file: string): string[] {
  const path = join(root, file);
  if (!/\.[cm]?[jt]s$/.test(file) || !existsSync(path)) return [];
  const { staticImports, staticExports } = parseSync(file, readFileSync(path, 'utf8')).module;
  return [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ]
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(file), specifier));
}

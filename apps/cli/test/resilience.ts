import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export { resilience, type Run } from '@resilience/fixtures/resilience';

/** Everything that is rendered into a repository, each file with its content. */
export function renderedFiles(root: string): Record<string, string> {
  return Object.fromEntries(
    ['environments', 'docs']
      .flatMap((part) =>
        readdirSync(join(root, part), { recursive: true, encoding: 'utf8', withFileTypes: true }),
      )
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.ts'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((path) =>
        /^(environments\/[^/]+\/rendered|docs\/reference|docs\/runbooks\/dr)\//.test(path),
      )
      .toSorted()
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
}

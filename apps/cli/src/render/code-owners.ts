import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Environment } from '@resilience/config/environment';
import type { Problem } from '@resilience/config/problem';
import { isRendered, sourcesNotice } from '@resilience/render/notice';
import type { RenderedFile } from '@resilience/render/rendered-file';

/**
 * `.github/CODEOWNERS`: who reviews a change, as the environments declare. The last line that fits counts.
 *
 * @returns no file where no environment declares reviewers
 * @see https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
export function codeOwners(environments: readonly Environment[]): RenderedFile[] {
  const everything = new Set(environments.flatMap(({ reviewers }) => reviewers?.everything ?? []));
  if (everything.size === 0) return [];
  const lines: (readonly [string, readonly string[]])[] = [
    ['*', [...everything]],
    ...environments.map(
      ({ name, reviewers }) => [`/environments/${name}/`, reviewers?.environment ?? []] as const,
    ),
    // What no environment may go below is judged by those who answer for all of them.
    ['/environments/policy.ts', [...everything]],
  ];
  const width = Math.max(...lines.map(([path]) => path.length));
  return [
    {
      path: 'CODEOWNERS',
      content: [
        `# ${sourcesNotice}`,
        '# What is merged is what ArgoCD and Terraform apply: rendered files are part of every review.',
        ...lines
          .filter(([, owners]) => owners.length > 0)
          .map(([path, owners]) => `${path.padEnd(width)} ${owners.join(' ')}`),
        '',
      ].join('\n'),
    },
  ];
}

const file = '.github/CODEOWNERS';

/**
 * A file of the same name that somebody wrote is not replaced.
 *
 * @param root the repository's folder
 */
export function foreignCodeOwners(root: string, environments: readonly Environment[]): Problem[] {
  const declaring = environments.find(({ reviewers }) => reviewers !== undefined);
  const path = join(root, file);
  if (!declaring || !existsSync(path) || isRendered(readFileSync(path, 'utf8'))) return [];
  return [
    {
      file: `environments/${declaring.name}/config.ts`,
      path: 'reviewers',
      code: 'render/file-of-others',
      message: `would replace ${file}, which was not rendered`,
      expected: `no ${file}, or one that was rendered`,
      received: 'a file that somebody wrote',
      fix: `move its lines into reviewers and run "git rm ${file}", or remove reviewers and keep the file`,
    },
  ];
}

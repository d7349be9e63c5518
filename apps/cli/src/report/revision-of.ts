import type { Revision } from '@resilience/report/model/report';

import { git } from '../git.ts';
import { repositoryRoot } from '../repository-root.ts';

/** The commit that a report is made from; undefined where the repository is not under git. */
export function revisionOf(): Revision | undefined {
  const commit = git(repositoryRoot, 'rev-parse', '--verify', 'HEAD');
  const status = git(repositoryRoot, 'status', '--porcelain', '--', 'environments');
  return commit === undefined ? undefined : { commit, changed: status !== '' };
}

import type { Environment } from '@resilience/config/environment';
import type { Problem } from '@resilience/config/problem';

import type { Answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import { inEnvironment } from '../in-environment.ts';
import { Progress } from '../progress.ts';
import { type BackupStore, backupStore } from './backup-store.ts';
import { formatVerified } from './format-verified.ts';
import { judgeFolders } from './judge-folders.ts';
import { isPublic, type JudgedRepository, judgeRepository } from './judge-repository.ts';
import { type RepositoryPassword, repositoryPassword } from './repository-password.ts';
import type { Verified } from './verified.ts';

export interface VerifyFlags {
  readonly env: string;
  readonly from?: string;
  readonly passwordFile?: string;
}

/** Does what `resilience repository verify` promises. */
export const verify = (flags: VerifyFlags): Promise<Answer<Verified>> =>
  inEnvironment(flags, (environment) => verifyOf(environment, flags));

async function verifyOf({ backups }: Environment, flags: VerifyFlags): Promise<Answer<Verified>> {
  const store = backupStore(backups, flags.from);
  const password = await repositoryPassword(backups.repositorySecret, flags.passwordFile);
  const judged = await judgeAll(store, password);
  const verified: Verified = {
    place: store.address,
    password: { source: password.source, isPublic: isPublic(password) },
    repositories: judged.map(({ namespace, address, opens }) => ({ namespace, address, opens })),
    problems: [
      ...whiteSpace(password),
      ...judged.flatMap(({ problems }) => problems),
      ...(await judgeFolders(store)),
    ],
  };
  return {
    code: verified.problems.length === 0 ? exitCode.fine : exitCode.findings,
    result: verified,
    text: () => formatVerified(verified),
  };
}

/** One after the other: to try a password takes kopia's 64 MiB of memory on purpose. */
async function judgeAll(
  store: BackupStore,
  password: RepositoryPassword,
): Promise<JudgedRepository[]> {
  const progress = new Progress(process.stderr);
  const namespaces = (await store.folders('kopia/')).toSorted();
  const judged: JudgedRepository[] = [];
  for (const [index, namespace] of namespaces.entries()) {
    progress.show(`opening ${namespace} (${index + 1} of ${namespaces.length})`);
    judged.push(await judgeRepository(store, namespace, password));
  }
  progress.clear();
  return judged;
}

/** Velero drops it; what compares passwords before a recovery does not. */
const whiteSpace = ({ source, value }: RepositoryPassword): Problem[] =>
  value === value.trim()
    ? []
    : [
        {
          file: source,
          path: '',
          code: 'repository/password-white-space',
          message: 'begins or ends with white space',
          expected: 'the password alone',
          received: 'a line break or a blank before or after it',
          fix: 'write it by printf %s, not by echo: the pre-flight of recoveries compares every character',
        },
      ];

import type { Problem } from '@resilience/config/problem';

import type { BackupStore } from './backup-store.ts';
import { type KopiaFormat, opens, parseKopiaFormat } from './kopia-format.ts';
import type { RepositoryPassword } from './repository-password.ts';

/** The repository of one namespace. */
export interface JudgedRepository {
  readonly namespace: string;
  readonly address: string;
  readonly opens: boolean;
  readonly problems: readonly Problem[];
}

/**
 * What Velero takes where its namespace has no Secret with a password.
 *
 * @see https://github.com/vmware-tanzu/velero/blob/v1.18.3/pkg/repository/keys/keys.go
 */
const publicPassword = 'static-passw0rd';

/** As Velero reads it: without white space at its ends. */
const asVeleroReads = ({ value }: Pick<RepositoryPassword, 'value'>): string => value.trim();

export const isPublic = (password: RepositoryPassword): boolean =>
  asVeleroReads(password) === publicPassword;

/** @param namespace whose volumes are in it, which is the name of its folder */
export async function judgeRepository(
  store: BackupStore,
  namespace: string,
  password: RepositoryPassword,
): Promise<JudgedRepository> {
  const path = `kopia/${namespace}/kopia.repository`;
  const address = `${store.address}/${path}`;
  const judged = (...problems: readonly Omit<Problem, 'file' | 'path'>[]): JudgedRepository => ({
    namespace,
    address,
    opens: problems.length === 0,
    problems: problems.map((problem) => ({ file: address, path: '', ...problem })),
  });
  const content = await store.read(path);
  if (content === undefined) return judged(missing(namespace));
  const format = parseKopiaFormat(content);
  if (typeof format === 'string') return judged(unknown(format));
  if (await opens(format, asVeleroReads(password))) return judged();
  return judged(await refused(format, namespace, password));
}

const missing = (namespace: string): Omit<Problem, 'file' | 'path'> => ({
  code: 'repository/incomplete',
  message: 'is missing, so that nothing beside it can be read',
  expected: `the file by which kopia knows the repository of ${namespace}`,
  received: 'nothing',
  fix: `bring its last version back, or take kopia/${namespace}/ out of the bucket: Velero makes no repository where other data is`,
});

const unknown = (received: string): Omit<Problem, 'file' | 'path'> => ({
  code: 'repository/unknown-format',
  message: 'is nothing that can be judged',
  expected: 'what kopia 0.8 or later writes',
  received,
  fix: 'open it by kopia itself: kopia repository connect',
});

async function refused(
  format: KopiaFormat,
  namespace: string,
  password: RepositoryPassword,
): Promise<Omit<Problem, 'file' | 'path'>> {
  const isOfVelero = !isPublic(password) && (await opens(format, publicPassword));
  return {
    code: 'repository/password',
    message: 'is not opened by this password',
    expected: 'the password that the repository was made with',
    received: `another one, of ${password.source}`,
    fix: isOfVelero
      ? `put ${publicPassword} there, Velero's default, which opens it: docs/guides/adopting-what-exists.md says what that means`
      : `put there what the Secret velero-repo-credentials holds in the cluster that copied ${namespace}, without a line break: docs/guides/adopting-what-exists.md`,
  };
}

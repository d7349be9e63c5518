import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cacheFolder } from '../../cache-folder.ts';
import { debianPackages } from '../../debian-packages.ts';
import { type GoProgram, goProgram } from '../../go-program.ts';
import { runProgram } from '../../run-program.ts';
import { takeLock } from '../../lock.ts';
import { veleroProgram, veleroRestoreHelper } from '../../velero/programs.ts';
import { identityVariable } from '../../velero/identity-variable.ts';
import { pauseImage } from '../node/containerd.ts';
import { waitUntil } from '../../wait-until.ts';
import { addPeople, debianRoot } from './debian-root.ts';
import { packImage } from './image.ts';

/** An image that is made here, under the name by which pods ask for it. */
export interface LocalImage {
  readonly name: string;
  /** What is in it, for people. */
  readonly content: string;
  /** Changes whenever what is in it does. */
  readonly version: string;
  readonly fill: (root: string) => Promise<void>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly entrypoint?: readonly string[];
}

/** @returns an archive of the image, made unless it was before */
export async function archiveOf(image: LocalImage): Promise<string> {
  const base = image.name.replaceAll(/[^a-z0-9.]+/g, '-');
  const archive = join(cacheFolder, 'images', `${base}-${image.version}.tar`);
  const release = await waitUntil(`${base} is not made by another process`, 3_600_000, () =>
    Promise.resolve(takeLock(`${archive}.taken`)),
  );
  try {
    if (!existsSync(archive)) await make(image, archive);
  } finally {
    release();
  }
  return archive;
}

async function make(image: LocalImage, archive: string): Promise<void> {
  const folder = `${archive}.filling`;
  rmSync(folder, { recursive: true, force: true });
  const root = join(folder, 'root');
  mkdirSync(root, { recursive: true });
  await image.fill(root);
  await packImage({ ...image, root }, archive);
  rmSync(folder, { recursive: true });
}

export const busyboxName = 'docker.io/library/busybox:1.35';
export const postgresName = 'docker.io/library/postgres:15';
export const mariadbName = 'docker.io/library/mariadb:10.11';

const debian = (name: string, packages: readonly string[]): LocalImage => ({
  name,
  content: `Debian's ${packages.join(', ')}`,
  version: '2',
  fill: (root) => debianRoot(root, packages),
});

/** What every service's image has. */
const shell = ['dash', 'coreutils', 'sed', 'grep'];

const postgresPackages = ['postgresql-15', 'procps', ...shell];

export const postgresImage: LocalImage = {
  ...debian(postgresName, postgresPackages),
  fill: async (root) => {
    await debianRoot(root, postgresPackages);
    // The compiler of queries, which is switched off, is a third of it.
    const compiler = 'cd "$1/usr/lib" && rm -r postgresql/*/lib/bitcode */libLLVM* */libz3*';
    await runProgram('sh', ['-euc', compiler, 'rm', root]);
  },
  variables: { PATH: '/usr/lib/postgresql/15/bin:/usr/bin:/bin', LANG: 'C.UTF-8' },
};

export const mariadbImage = debian(mariadbName, [
  'mariadb-server-core',
  'mariadb-client',
  'procps',
  ...shell,
]);

async function fillWithBusybox(root: string): Promise<void> {
  const found = debianPackages('busybox-static');
  if ('missing' in found) throw new Error(found.missing);
  mkdirSync(join(root, 'bin'));
  cpSync(join(found.folder, 'bin/busybox'), join(root, 'bin/busybox'));
  const programs = await runProgram(join(root, 'bin/busybox'), ['--list']);
  for (const name of programs.trim().split('\n')) {
    if (name !== 'busybox') symlinkSync('busybox', join(root, 'bin', name));
  }
  addPeople(root);
}

export const busyboxImage: LocalImage = {
  name: busyboxName,
  content: "Debian's busybox-static",
  version: '1',
  fill: fillWithBusybox,
};

export const pause: LocalImage = {
  name: pauseImage,
  content: "Debian's busybox-static, asleep",
  version: '1',
  fill: fillWithBusybox,
  entrypoint: ['/bin/sleep', '2147483647'],
};

const withPrograms = (...programs: readonly GoProgram[]) =>
  function fill(root: string): Promise<void> {
    for (const program of programs) cpSync(goProgram(program), join(root, program.name));
    addPeople(root);
    return Promise.resolve();
  };

/** @param name as the environment declares it */
export const veleroImage = (name: string): LocalImage => ({
  name,
  content: `velero and velero-restore-helper ${veleroProgram.version}, built here`,
  version: `${veleroProgram.version}-2`,
  fill: withPrograms(veleroProgram, veleroRestoreHelper),
  entrypoint: ['/velero'],
});

/** With an `aws` that is the role of its service account. */
export const toolsImage = (name: string, kubectl: GoProgram): LocalImage => ({
  name,
  content: `Debian's awscli, jq, curl and gzip, and kubectl ${kubectl.version}, built here; aws asks for the role of its service account, and answers itself what the quota of volumes is`,
  version: `${kubectl.version}-8`,
  fill: async (root) => {
    await debianRoot(root, ['awscli', 'jq', 'curl', 'gzip', ...shell]);
    // As the scripts of the packages do: aws starts in a third of the time.
    await runProgram('chroot', [root, 'python3', '-m', 'compileall', '-q', '/usr/lib']);
    cpSync(goProgram(kubectl), join(root, 'usr/bin/kubectl'));
    mkdirSync(join(root, 'usr/local/bin'), { recursive: true });
    writeFileSync(join(root, 'usr/local/bin/aws'), awsAtEndpoint, { mode: 0o755 });
  },
  variables: { PATH: '/usr/local/bin:/usr/bin:/bin' },
});

/** What the rendered steps call `aws` talks to the AWS API that they are told, as the role of their service account. */
const awsAtEndpoint = `#!/bin/sh
set -eu
# The quota of volumes, in TiB, of which moto knows nothing.
[ "$1" != service-quotas ] || exec echo 50.0
token=$(cat /var/run/secrets/kubernetes.io/serviceaccount/token)
session=$(curl --silent --show-error --fail-with-body --header "Authorization: Bearer $token" "$${identityVariable}")
export $session
exec /usr/bin/aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"
`;

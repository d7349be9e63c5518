import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { pythonPrograms } from '../python-programs.ts';
import { repositoryRoot } from '../rendered-stacks.ts';
import { documentedScripts } from './documented-scripts.ts';

interface Scripts {
  readonly folder: string;
  readonly names: readonly string[];
  /** What shellcheck is not to say of them. */
  readonly exclude: string;
}

/** Looks with shellcheck at every script that is rendered into a hook or a step, comes before one, or is on a page. */
const found = pythonPrograms(join(import.meta.dirname, 'shellcheck-requirements.txt'));
if ('missing' in found) {
  process.stdout.write(`skipped: ${found.missing}\n`);
} else {
  const shellcheck = join(found.programs, 'shellcheck');
  const names = ['apps/cli/scripts', 'apps/cluster/scripts', 'workflows/scripts'].flatMap(
    (folder) =>
      readdirSync(join(repositoryRoot, folder))
        .filter((name) => name.endsWith('.sh'))
        .map((name) => join(folder, name)),
  );
  const written = mkdtempSync(join(tmpdir(), 'resilience-scripts-'));
  const results = [
    check(shellcheck, { folder: repositoryRoot, names, exclude: 'SC2250,SC2310,SC2312' }),
    check(shellcheck, {
      folder: written,
      names: documentedScripts(written),
      // A person types these one by one, after "resilience names" has set variables.
      exclude: 'SC2034,SC2154,SC2164,SC2248,SC2250,SC2310,SC2312',
    }),
  ];
  rmSync(written, { recursive: true });
  process.exitCode = results.every(Boolean) ? 0 : 1;
}

function check(shellcheck: string, { folder, names, exclude }: Scripts): boolean {
  const { status, stdout } = spawnSync(
    shellcheck,
    // Containers bring a shell of POSIX, and not always more.
    ['--shell=sh', '--enable=all', `--exclude=${exclude}`, ...names],
    { cwd: folder, encoding: 'utf8' },
  );
  process.stdout.write(status === 0 ? `${names.length} scripts are sound\n` : stdout);
  return status === 0;
}

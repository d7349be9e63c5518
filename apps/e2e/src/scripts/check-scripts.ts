import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { pythonPrograms } from '../python-programs.ts';
import { repositoryRoot } from '../rendered-stacks.ts';

/** Looks with shellcheck at every script that is rendered into a hook or a step. */
const found = pythonPrograms(join(import.meta.dirname, 'shellcheck-requirements.txt'));
if ('missing' in found) {
  process.stdout.write(`skipped: ${found.missing}\n`);
} else {
  const folder = join(repositoryRoot, 'apps/cluster/scripts');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.sh'));
  const { status, stdout } = spawnSync(
    join(found.programs, 'shellcheck'),
    // Containers bring a shell of POSIX, and not always more.
    ['--shell=sh', '--enable=all', '--exclude=SC2250,SC2310,SC2312', ...scripts],
    { cwd: folder, encoding: 'utf8' },
  );
  process.stdout.write(status === 0 ? `${scripts.length} scripts are sound\n` : stdout);
  process.exitCode = status === 0 ? 0 : 1;
}

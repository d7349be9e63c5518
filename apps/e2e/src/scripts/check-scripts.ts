import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { pythonPrograms } from '../python-programs.ts';
import { lintWorkflows } from './lint-workflows-of-github.ts';
import { documentedScripts } from './documented-scripts.ts';
import { Report } from '../report.ts';
import { skipped } from '../skipped.ts';

interface Scripts {
  readonly shell: 'bash' | 'sh';
  readonly folder: string;
  readonly names: readonly string[];
  /** What shellcheck is not to say of them. */
  readonly exclude: string;
}

/** Looks with shellcheck at every script that is rendered into a hook or a step, comes before one, or is on a page. */
const found = pythonPrograms(join(import.meta.dirname, 'shellcheck-requirements.txt'));
if ('missing' in found) {
  process.stdout.write(skipped('e2e:scripts', found.missing));
} else {
  const shellcheck = join(found.programs, 'shellcheck');
  const names = ['apps/cli/scripts', 'apps/cluster/scripts', 'workflows/scripts'].flatMap(
    scriptsIn,
  );
  const written = mkdtempSync(join(tmpdir(), 'resilience-scripts-'));
  const report = new Report();
  await report.check('scripts of hooks and steps are sound', async () =>
    check(shellcheck, {
      // Containers bring a shell of POSIX, and not always more.
      shell: 'sh',
      folder: programRoot,
      names,
      exclude: 'SC2250,SC2310,SC2312',
    }),
  );
  await report.check('scripts on pages are sound', async () =>
    check(shellcheck, {
      shell: 'sh',
      folder: written,
      names: documentedScripts(written),
      // A person types these one by one, after "resilience names" has set variables.
      exclude: 'SC2034,SC2154,SC2164,SC2248,SC2250,SC2310,SC2312',
    }),
  );
  await report.check('scripts of pipelines are sound', async () =>
    check(shellcheck, {
      shell: 'bash',
      folder: programRoot,
      names: scriptsIn('.github/scripts'),
      // Variables that the workflow sets, and calls whose failure is asked for.
      exclude: 'SC2154,SC2250,SC2292,SC2310,SC2312',
    }),
  );
  await report.check('workflows are sound', async () => lintWorkflows(shellcheck));
  rmSync(written, { recursive: true });
  process.exitCode = report.finish() ? 0 : 1;
}

function scriptsIn(folder: string): string[] {
  return readdirSync(join(programRoot, folder))
    .filter((name) => name.endsWith('.sh'))
    .map((name) => join(folder, name));
}

/** @throws what shellcheck says, and where there is no script */
function check(shellcheck: string, { shell, folder, names, exclude }: Scripts): string {
  if (names.length === 0) throw new Error('there is no script');
  const { error, status, stdout } = spawnSync(
    shellcheck,
    [`--shell=${shell}`, '--external-sources', '--enable=all', `--exclude=${exclude}`, ...names],
    { cwd: folder, encoding: 'utf8' },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(stdout);
  return `${names.length} scripts`;
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { declaredNames } from '../declared.ts';
import { renderedRoot } from '../rendered-root.ts';
import { Report } from '../report.ts';
import { skipped } from '../skipped.ts';

/** Lets Argo's own command line judge the workflows of every environment, all that refer to each other at once. */
const argo = process.env['ARGO_BIN'];
if (argo === undefined) {
  process.stdout.write(skipped('e2e:workflows', 'ARGO_BIN does not name an argo'));
} else {
  const report = new Report();
  for (const environment of declaredNames()) {
    await report.check(`${environment}: argo takes every workflow`, async () =>
      lint(argo, environment),
    );
  }
  process.exitCode = report.finish() ? 0 : 1;
}

function lint(program: string, environment: string): string {
  const rendered = join(renderedRoot, 'environments', environment, 'rendered');
  const folders = ['kubernetes/velero-workflows', 'hooks']
    .map((folder) => join(rendered, folder))
    .filter((folder) => existsSync(folder));
  const { error, status, stdout, stderr } = spawnSync(
    program,
    ['lint', '--offline', '--strict', '--no-color', ...folders],
    { encoding: 'utf8' },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return stdout.trim();
}

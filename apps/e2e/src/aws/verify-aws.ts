import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderedStacks } from '../rendered-stacks.ts';
import { findTerraform } from '../terraform.ts';
import { applyStack } from './apply-stack.ts';
import { startMoto } from './moto.ts';
import { findMoto } from './python.ts';

const t = findTerraform();
const m = findMoto();
if ('missing' in t || 'missing' in m) throw new Error('x');
const work = mkdtempSync(join(tmpdir(), 'resilience-aws-'));
mkdirSync(work, { recursive: true });
const order = [
  ['bootstrap', 'bootstrap-dr-region'],
  ['evidence-store', 'backup-replica'],
  ['backup-storage'],
  ['access'],
];
const moto = await startMoto(m.programs, '111122223333', join(work, 'moto.log'));
process.stdout.write(`${work} ${moto.endpoint}\n`);
for (const environment of ['production']) {
  for (const names of order) {
    await Promise.all(
      names.map(async (name) => {
        const stack = renderedStacks().find(
          (s) => s.environment === environment && s.name === name,
        );
        if (!stack) return;
        const started = performance.now();
        try {
          const { resources } = await applyStack(stack, { moto, pluginDir: t.pluginDir, work });
          process.stdout.write(
            `${environment}/${name} ${resources} ${Math.round((performance.now() - started) / 1000)} s\n`,
          );
        } catch (error) {
          process.stdout.write(
            `${environment}/${name} ${String((error as Error).message).slice(0, 6000)}\n`,
          );
        }
      }),
    );
  }
}
moto.stop();

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Environment } from '@resilience/config/environment';

import { declaredNames, load } from '../declared.ts';
import { pythonPrograms } from '../python-programs.ts';
import { type RenderedStack, renderedStacks } from '../rendered-stacks.ts';
import { findTerraform } from '../terraform.ts';
import { adoptBucket } from './adopt-bucket.ts';
import { applyStack } from './apply-stack.ts';
import { awsClients } from './clients.ts';
import { destroyScratchCopy, refuseDestruction } from './destroy-stack.ts';
import { expectations } from './expectations/index.ts';
import { verifyIam } from './iam/verify-iam.ts';
import { type Moto, startMoto } from './moto.ts';
import { gapsOf } from './moto-gaps.ts';
import { configurationOf } from './overrides.ts';
import { removeFolder } from '../remove-folder.ts';
import { Report } from '../report.ts';
import { skipped } from '../skipped.ts';

/** What waits for what: stacks of the same stage are applied together, those of all environments. */
const stages = [
  ['bootstrap', 'bootstrap-dr-region'],
  ['evidence-store', 'backup-replica'],
  ['backup-storage'],
  ['access'],
];

const requirements = join(import.meta.dirname, 'moto-requirements.txt');
const found = { ...findTerraform(), ...pythonPrograms(requirements) };
if ('missing' in found) process.stdout.write(skipped('e2e:aws', found.missing));
else process.exitCode = (await verify(found)) ? 0 : 1;

/** Applies every rendered stack of every environment to moto, and looks at what came of it. */
async function verify({ pluginDir, programs }: { pluginDir: string; programs: string }) {
  const work = mkdtempSync(join(tmpdir(), 'resilience-aws-'));
  const report = new Report();
  const environments = await Promise.all(declaredNames().map(load));
  const motos = await startAll(programs, work, environments);
  const motoOf = ({ aws }: Environment): Moto => {
    const moto = motos.get(aws.account);
    if (!moto) throw new Error(`nobody plays the account ${aws.account}`);
    return moto;
  };
  skipGaps(report);
  try {
    for (const names of stages) {
      const stacks = renderedStacks().filter(({ name }) => names.includes(name));
      const applied = stacks.map((stack) => {
        const environment = environments.find(({ name }) => name === stack.environment);
        if (!environment) throw new Error(`${stack.environment} is not declared`);
        return apply(stack, { moto: motoOf(environment), pluginDir, work }, report);
      });
      if ((await Promise.all(applied)).includes(false)) return report.finish();
    }
    for (const environment of environments) {
      const { endpoint } = motoOf(environment);
      for (const { what, check } of expectations) {
        await report.check(`${environment.name}: ${what}`, () =>
          check(environment, (region) => awsClients(endpoint, region)),
        );
      }
    }
    await verifyProtection(work, report);
    const pairs = pairsOf(environments);
    for (const pair of pairs) await verifyIam(pair, motoOf(pair.primary), report);
    if (pairs.length === 0) report.skip('rights of roles', 'no environment mounts a replica');
    return report.finish();
  } finally {
    for (const moto of motos.values()) moto.stop();
    removeFolder(work);
  }
}

/** Each environment that mounts the replica of another, with that one. */
function pairsOf(environments: readonly Environment[]) {
  return environments.flatMap((standby) =>
    environments
      .filter(({ name }) => standby.storage.kind === 'replica' && standby.storage.of === name)
      .map((primary) => ({ primary, standby })),
  );
}

/** What moto cannot do, with the stacks that ask for it. */
function skipGaps(report: Report): void {
  const gaps = renderedStacks().flatMap(({ environment, name, folder }) =>
    gapsOf(configurationOf(folder).resource).map((gap) => [gap, `${environment}/${name}`] as const),
  );
  for (const [name, all] of Map.groupBy(gaps, ([{ type }]) => type)) {
    const reasons = new Set(all.map(([{ reason }]) => reason));
    const places = new Set(all.map(([, place]) => place));
    report.skip(name, `${[...reasons].join(', ')} (${[...places].join(', ')})`);
  }
}

/** One moto an account. */
async function startAll(programs: string, work: string, environments: readonly Environment[]) {
  const accounts = [...new Set(environments.map(({ aws }) => aws.account))];
  const started = accounts.map(async (account) => {
    return [account, await startMoto(programs, account, join(work, `${account}.log`))] as const;
  });
  return new Map(await Promise.all(started));
}

function apply(
  stack: RenderedStack,
  options: Parameters<typeof applyStack>[1],
  report: Report,
): Promise<boolean> {
  const name = `${stack.environment}/${stack.name}`;
  return report.check(`${name} applies, and its second plan is empty`, async () => {
    const { resources } = await applyStack(stack, options);
    return `${resources} resources`;
  });
}

/** Backups cannot be destroyed, and what can be is gone afterwards. */
async function verifyProtection(work: string, report: Report): Promise<void> {
  await Promise.all(
    ['backup-storage', 'backup-replica', 'evidence-store', 'bootstrap'].map((name) =>
      report.check(`production/${name} refuses to be destroyed`, () =>
        refuseDestruction(join(work, 'production', name)),
      ),
    ),
  );
  await report.check('staging/backup-storage adopts an existing bucket by import', () =>
    adoptBucket(join(work, 'staging/backup-storage')),
  );
  await report.check('staging/backup-storage is destroyed from a scratch copy', () =>
    destroyScratchCopy(join(work, 'staging/backup-storage')),
  );
}

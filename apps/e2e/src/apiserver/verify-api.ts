import { spawnSync } from 'node:child_process';

import { programRoot } from '@resilience/fixtures/program-root';

import { verifyAdmission } from '../admission/verify-admission.ts';
import { verifyCommands } from '../commands/verify-commands.ts';
import { verifyOldCluster } from '../commands/verify-old-cluster.ts';
import { CallError, endWith2 } from '../call-error.ts';
import { declaredNames, load } from '../declared.ts';
import { builtProgram } from '../go-program.ts';
import { etcd, kubeApiserver } from '../kubernetes/programs.ts';
import { enterCluster } from '../platform/ground/enter-cluster.ts';
import { Report } from '../report.ts';
import { applyEnvironment } from './apply-environment.ts';
import type { Client } from './client.ts';
import { type ControlPlane, startControlPlane } from './control-plane.ts';
import { skipped } from '../skipped.ts';
import { renderedRoot } from '../rendered-root.ts';

const kubeconfig = process.env['KUBECONFIG'];
const asked = process.argv.slice(2);
const report = new Report();

if (kubeconfig) await verifyGiven(kubeconfig).catch(endWith2);
else if (canRun()) await verifyOwn();
else
  process.stdout.write(skipped('e2e:api', 'go, which builds the API server, is not on the PATH'));

async function verifyGiven(path: string): Promise<void> {
  const [environment] = asked;
  if (asked.length !== 1 || environment === undefined) {
    throw new CallError([
      'one cluster holds one environment: name it, as in npm run e2e:api -- staging',
    ]);
  }
  const { client } = await enterCluster(path, []);
  await verify(environment, client);
  process.exitCode = report.finish() ? 0 : 1;
}

async function verifyOwn(): Promise<void> {
  for (const environment of asked.length > 0 ? asked : declaredNames()) {
    await inControlPlane(async (plane) => {
      await verify(environment, plane.client);
      if (isLookedAt(environment)) await verifyCommands(await load(environment), plane, report);
    });
    if (isLookedAt(environment)) {
      await inControlPlane(async (plane) =>
        verifyOldCluster(await load(environment), plane, report),
      );
    }
  }
  process.exitCode = report.finish() ? 0 : 1;
}

/** Commands look at each environment alike: at one of the fixture, which has all that they can miss. */
function isLookedAt(environment: string): boolean {
  return renderedRoot !== programRoot && environment === 'staging';
}

async function inControlPlane(work: (plane: ControlPlane) => Promise<void>): Promise<void> {
  const plane = await startControlPlane();
  try {
    await work(plane);
  } finally {
    await plane.stop();
  }
}

/** Upstream's definitions come from Go modules, so that go is needed even when all is built. */
function canRun(): boolean {
  if (spawnSync('go', ['version']).error) return false;
  if (!builtProgram(etcd) || !builtProgram(kubeApiserver)) {
    process.stdout.write('building etcd and the API server, once: about ten minutes\n');
  }
  return true;
}

async function verify(name: string, client: Client): Promise<void> {
  const environment = await load(name);
  await applyEnvironment(environment, client, report);
  await verifyAdmission(environment, client, report);
}

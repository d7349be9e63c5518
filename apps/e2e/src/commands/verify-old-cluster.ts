import { deepEqual, equal, match } from 'node:assert/strict';

import type { Environment } from '@resilience/config/environment';

import { type Client, succeeded } from '../apiserver/client.ts';
import type { ControlPlane } from '../apiserver/control-plane.ts';
import { installCustomResources } from '../apiserver/custom-resources.ts';
import type { Report } from '../report.ts';
import { commandLineOf } from './command-line.ts';
import { manyBackups, newestOfMany, oldCluster } from './old-cluster.ts';
import { verifyAudit } from './verify-audit.ts';
import type { Diagnosis } from './verify-doctor.ts';

const kinds = new Set(
  ['Backup', 'BackupStorageLocation', 'Schedule'].map((kind) => `velero.io/${kind}`),
);

const name = 'old-cluster';

/** The commands in a cluster with another Velero, and nothing of an environment. */
export async function verifyOldCluster(
  environment: Environment,
  { client, access }: Pick<ControlPlane, 'client' | 'access'>,
  report: Report,
): Promise<void> {
  await installCustomResources(client, kinds);
  for (const object of oldCluster) await client.apply(object);
  await makeAtOnce(client);
  const commandLine = commandLineOf(access, name);
  try {
    const live = await verifyAudit(name, { commandLine, applied: oldCluster }, report);
    await report.check(`${name}: audit reads every page of a long list`, () => {
      deepEqual(
        (live['newest'] as readonly Newest[]).map(({ schedule, name: newest, phases }) => [
          schedule,
          newest,
          phases['Completed'] ?? 0,
        ]),
        [
          ['nightly', newestOfMany, manyBackups.length],
          ['weekly', undefined, 0],
        ],
      );
      return Promise.resolve(`${manyBackups.length} backups`);
    });
    await report.check(`${name}: the doctor says once what is not there at all`, async () => {
      const words = ['doctor', '--env', environment.name];
      const { status, result } = await commandLine.resilience<Diagnosis>(words);
      const [cluster, velero] = ['cluster', 'Velero'].map((group) =>
        result.groups.find((one) => one.group === group),
      );
      equal(status, 1);
      deepEqual(cluster?.notMade, []);
      match(
        cluster?.checks.find(({ subject }) => subject === 'ArgoCD')?.fix ?? '',
        /install ArgoCD/,
      );
      equal(velero?.checks.length, 1);
      match(velero?.checks[0]?.found ?? '', /^is not in the cluster: nothing is backed up$/);
      const missing = cluster?.checks.filter(({ state }) => state === 'wrong') ?? [];
      return `${missing.length} wrong, ${velero?.notMade.length} not made`;
    });
  } finally {
    commandLine.remove();
  }
}

interface Newest {
  readonly schedule: string;
  readonly name?: string;
  readonly phases: Readonly<Record<string, number>>;
}

const together = 25;

async function makeAtOnce(client: Client): Promise<void> {
  const [first] = manyBackups;
  if (!first) return;
  const path = await client.pathOf(first, true);
  for (let from = 0; from < manyBackups.length; from += together) {
    await Promise.all(
      manyBackups
        .slice(from, from + together)
        .map(async (body) => succeeded(await client.request('POST', path, { body }))),
    );
  }
}

import { deepEqual, equal, ok } from 'node:assert/strict';

import type { Environment } from '@resilience/config/environment';

import type { Report } from '../report.ts';
import { whileAnsweringDownloads } from './answer-downloads.ts';
import { backupOf, hoursAgo } from './backup-of.ts';
import { openBucket } from './bucket.ts';
import type { Platform } from './platform.ts';
import { put } from './put.ts';

interface Status {
  readonly environments: readonly {
    readonly backups: { readonly value?: readonly Newest[]; readonly unknown?: string };
    readonly evidence: { readonly notRead: readonly { readonly place: string }[] };
  }[];
}

interface Newest {
  readonly service: string;
  readonly backup: string | null;
  readonly ageSeconds: number | null;
}

/** `resilience status` among Backups of which the newest cannot serve, and one serves a single namespace. */
export async function verifyStatus(
  environment: Environment,
  { client, commandLine }: Platform,
  report: Report,
): Promise<void> {
  const { name, services, schedules } = environment;
  const [schedule = ''] = Object.keys(schedules);
  const [[first, { namespace }] = ['', { namespace: '' }], ...others] = Object.entries(services);
  await put(client, backupOf('whole', { schedule, startTimestamp: hoursAgo(0.5) }));
  await put(
    client,
    backupOf('one', {
      schedule,
      startTimestamp: hoursAgo(0.25),
      includedNamespaces: [namespace],
    }),
  );
  const failed = { schedule, startTimestamp: hoursAgo(0.1), phase: 'PartiallyFailed' };
  await put(client, backupOf('failed', failed));
  await report.check(`${name}: status shows the newest backup of each service`, async () => {
    const bucket = await openBucket(environment);
    try {
      const { result } = await whileAnsweringDownloads(client, bucket.url, () =>
        commandLine.resilience<Status>(['status', '--env', name]),
      );
      const [status] = result.environments;
      const newest = status?.backups.value ?? [];
      deepEqual(
        newest.map(({ service, backup }) => [service, backup]),
        [[first, 'one'], ...others.map(([service]) => [service, 'whole'])],
        status?.backups.unknown ?? '',
      );
      const age = newest[0]?.ageSeconds ?? 0;
      ok(age >= 900 && age < 1500, `${age} s`);
      equal(status?.evidence.notRead.length, 1);
      return newest.map(({ service, backup }) => `${service} ${backup}`).join(', ');
    } finally {
      await bucket.close();
    }
  });
}

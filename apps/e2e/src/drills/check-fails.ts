import { deepEqual, equal, notEqual } from 'node:assert/strict';

import { create } from '../platform/argo/workflow.ts';
import type { Cluster } from '../platform/cluster.ts';
import { backUp, deploy } from '../scenarios/stage.ts';
import { media } from '../services/media.ts';
import { orders } from '../services/orders.ts';
import type { DrillCase, DrillStage } from './drill-case.ts';
import { reportOf } from '../platform/argo/evidence.ts';
import { gaugesOf } from './gauges.ts';
import { assertNothingLeft } from './namespaces.ts';
import { failed } from './runs.ts';

export const checkFails: DrillCase = {
  name: 'check-fails',
  what: 'rows are missing in the backup of the orders, which is newer than that of the media',
  run: async (stage) => {
    const { cluster, argo } = stage;
    await deploy(cluster, media);
    const older = await backUp(cluster, 'half-daily-offsite', 'of-both', [
      orders.namespace,
      media.namespace,
    ]);
    await loseRows(cluster);
    const newer = await backUp(cluster, 'four-hourly-critical', 'without-rows', [orders.namespace]);
    await bringRowsBack(cluster);
    const before = await gaugesOf(argo, 'validation');
    const run = await startOf(stage, ['orders', 'media']);
    const report = await reportOf(stage.cluster, await failed(argo, run));
    const found = report.services.map(({ service, backup, checks, recoveryTimeSeconds }) => ({
      service,
      backup,
      unverified: checks
        .filter(({ verified }) => !verified)
        .map(({ check, detail }) => (check === 'row-count' ? check : `${check}: ${detail}`)),
      isMeasured: recoveryTimeSeconds !== null,
    }));
    deepEqual(found, [
      { service: 'orders', backup: newer, unverified: ['row-count'], isMeasured: false },
      { service: 'media', backup: older, unverified: [], isMeasured: true },
    ]);
    deepEqual([report.outcome, report.failedStep?.split('(')[0]], ['failed', 'verify-critical']);
    await assertNothingLeft(cluster, run);
    const { succeeded, cleanedUp, ...measured } = Object.fromEntries(
      await gaugesOf(argo, 'validation'),
    );
    deepEqual([succeeded, cleanedUp], [0, 1]);
    const { succeeded: _, cleanedUp: __, ...old } = Object.fromEntries(before);
    deepEqual(measured, old);
    return 'each comes from the newest backup that holds it; the orders fail the drill, the media of the next wave come back all the same; nothing that was measured is published';
  },
};

async function loseRows(cluster: Cluster): Promise<void> {
  const said = await ask(cluster, 'DELETE FROM orders WHERE id <= 100000');
  equal(said.trim(), 'DELETE 100000');
}

/** What a row says follows from its number; that these are younger now matters to nothing that is checked. */
async function bringRowsBack(cluster: Cluster): Promise<void> {
  const rows =
    "SELECT i, md5(i::text), now() - interval '30 days' FROM generate_series(1, 100000) AS i";
  await ask(cluster, `INSERT INTO orders ${rows}`);
}

const ask = ({ kubectl }: Cluster, command: string): Promise<string> => {
  const psql = ['psql', '--username=postgres', 'orders', `--command=${command}`];
  return kubectl(['exec', '--namespace=orders', 'statefulset/orders-postgres', '--', ...psql]);
};

interface CronWorkflow {
  readonly spec: { readonly workflowSpec: object };
}

/** Starts the rendered drill with other services than it has. */
async function startOf({ cluster, argo }: DrillStage, services: readonly string[]) {
  const words = ['get', 'cronworkflow', 'drill-validation', '--namespace=velero', '--output=json'];
  const rendered = await cluster.kubectl(words);
  const { spec } = JSON.parse(rendered) as CronWorkflow;
  const text = JSON.stringify(spec.workflowSpec);
  const changed = text.replace(quoted(drilled), quoted(services));
  notEqual(changed, text);
  return create(argo, 'drill-of-two-waves-', JSON.parse(changed) as object);
}

/** A list as it stands, as text, in a text. */
const quoted = (services: readonly string[]): string => JSON.stringify(JSON.stringify(services));

/** What the rendered drill restores. */
const drilled = ['orders', 'catalog'];

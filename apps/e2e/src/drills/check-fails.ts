import { deepEqual } from 'node:assert/strict';

import { checkInputs } from '@resilience/config/check-inputs';
import type { DrillReport } from '@resilience/config/drill-report';

import type { Cluster } from '../platform/cluster.ts';
import { backUp, deploy } from '../scenarios/stage.ts';
import { ask, catalog } from '../services/catalog.ts';
import { media } from '../services/media.ts';
import type { DrillCase } from './drill-case.ts';
import { reportOf } from '../platform/argo/evidence.ts';
import { gaugesOf } from './gauges.ts';
import { assertNothingLeft } from './namespaces.ts';
import { failed, startDrillOf } from './runs.ts';

export const checkFails: DrillCase = {
  name: 'check-fails',
  what: 'rows are missing in the backup of the catalog, which is newer than that of the media',
  run: async (stage) => {
    const { cluster, argo } = stage;
    await deploy(cluster, media);
    const older = await backUp(cluster, 'half-daily-offsite', 'of-both', [
      catalog.namespace,
      media.namespace,
    ]);
    await loseRows(cluster);
    const newer = await backUp(cluster, 'four-hourly-critical', 'without-rows', [
      catalog.namespace,
    ]);
    await bringRowsBack(cluster);
    const before = await gaugesOf(argo, 'validation');
    const run = await startDrillOf(stage, ['catalog', 'media']);
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
      { service: 'catalog', backup: newer, unverified: ['row-count'], isMeasured: false },
      { service: 'media', backup: older, unverified: [], isMeasured: true },
    ]);
    deepEqual(madeOf(report), declaredFor(cluster, ['catalog', 'media']));
    deepEqual([report.outcome, report.failedStep?.split('(')[0]], ['failed', 'verify']);
    await assertNothingLeft(cluster, run);
    const { succeeded, cleanedUp, ...measured } = Object.fromEntries(
      await gaugesOf(argo, 'validation'),
    );
    deepEqual([succeeded, cleanedUp], [0, 1]);
    const { succeeded: _, cleanedUp: __, ...old } = Object.fromEntries(before);
    deepEqual(measured, old);
    return 'each comes from the newest backup that holds it; the catalog fails the drill, the media of the next wave come back all the same; nothing that was measured is published';
  },
};

/** How many checks were made of each service. */
const madeOf = ({ services }: DrillReport): Record<string, number> =>
  Object.fromEntries(services.map(({ service, checks }) => [service, checks.length]));

const declaredFor = (
  { environment }: Cluster,
  services: readonly string[],
): Record<string, number> =>
  Object.fromEntries(
    Object.entries(environment.services)
      .filter(([name]) => services.includes(name))
      .map(([name, service]) => [name, checkInputs(name, service).length]),
  );

const loseRows = ({ kubectl }: Cluster): Promise<string> =>
  ask(kubectl, 'DELETE FROM products WHERE id <= 5000');

/** What a row says follows from its number; that these are younger now matters to nothing that is checked. */
const bringRowsBack = ({ kubectl }: Cluster): Promise<string> =>
  ask(
    kubectl,
    'INSERT INTO products SELECT seq, MD5(seq), NOW(3) - INTERVAL 30 DAY FROM seq_1_to_5000',
  );

import { argoPrograms } from '../platform/argo/programs.ts';
import { startCluster } from '../platform/cluster.ts';
import { load } from '../platform/load.ts';
import { startMachine } from '../platform/machine.ts';
import { missingAbility } from '../platform/node/abilities.ts';
import { backUp, deploy } from '../scenarios/stage.ts';
import { catalog } from '../services/catalog.ts';
import { orders } from '../services/orders.ts';
import { outOfTime, type Settings } from '../settings.ts';
import { tableOf } from '../table.ts';
import type { DrillCase } from './drill-case.ts';

/** Runs drills by a real Argo, where its programs are given, and prints what was found. */
export async function playDrills(
  drills: readonly DrillCase[],
  { environment: name, cleanups, report, hasTime }: Settings,
): Promise<void> {
  if (drills.length === 0) return;
  const programs = argoPrograms();
  const absent = 'missing' in programs ? programs.missing : undefined;
  const missing = missingAbility() ?? absent ?? (hasTime() ? undefined : outOfTime);
  if (missing !== undefined) return drills.forEach((drill) => report.gap(drill.name, missing));
  const environment = await load(name);
  const machine = await startMachine(environment, { hasNode: true });
  cleanups.defer(machine.stop);
  const cluster = await startCluster(machine, environment);
  cleanups.defer(cluster.stop);
  const { argo } = cluster;
  if (!argo) throw new Error('Argo was not started');
  for (const line of cluster.installed.differences) process.stdout.write(`overlay ${line}\n`);
  await Promise.all([orders, catalog].map((service) => deploy(cluster, service)));
  await backUp(cluster, 'four-hourly-critical', 'before-drills');
  const rows: string[][] = [['Drill', 'What was found']];
  for (const drill of drills) {
    if (!hasTime()) {
      report.gap(drill.name, outOfTime);
      continue;
    }
    await report.check(`drill ${drill.name}: ${drill.what}`, async () => {
      const found = await drill.run({ machine, cluster, argo });
      rows.push([drill.name, found]);
      return found;
    });
  }
  process.stdout.write(`\n${tableOf(rows)}\n\n`);
  await cleanups.run();
}

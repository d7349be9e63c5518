import type { Cluster } from '../platform/cluster.ts';
import { startWatch } from '../platform/watch.ts';
import { backUp, deploy, type Stage } from '../scenarios/stage.ts';
import { catalog } from '../services/catalog.ts';
import { orders } from '../services/orders.ts';
import { wasStopped, type Settings } from '../settings.ts';
import { tableOf } from '../table.ts';
import type { DrillCase } from './drill-case.ts';

/** Runs drills by a real Argo, and prints what was found. */
export async function playDrills(
  lanes: readonly (readonly DrillCase[])[],
  { machine, cluster: current }: Stage,
  { cleanups, report, mayBegin }: Settings,
): Promise<void> {
  const drills = lanes.flat();
  if (drills.length === 0) return;
  if (!mayBegin()) return drills.forEach((drill) => report.skip(drill.name, wasStopped));
  const cluster = current();
  const { argo } = cluster;
  if (!argo) throw new Error('Argo was not started');
  const watch = await startWatch(cluster, report);
  cleanups.defer(watch.stop);
  await makeReady(cluster);
  const rows: string[][] = [['Drill', 'What was found']];
  const play = async (drill: DrillCase): Promise<void> => {
    if (!mayBegin()) return report.skip(drill.name, wasStopped);
    await report.check(`drill ${drill.name}: ${drill.what}`, async () => {
      const began = Date.now();
      const alerted = (alert: string): Promise<string> => watch.alerted(alert, began);
      const found = await drill.run({ machine, cluster, argo, alerted });
      rows.push([drill.name, found]);
      return found;
    });
  };
  await Promise.all(
    lanes.map(async (lane) => {
      for (const drill of lane) await play(drill);
    }),
  );
  await watch.stop();
  process.stdout.write(`\n${tableOf(rows)}\n\n`);
}

/** What the rendered drill restores is there, and backed up. */
async function makeReady(cluster: Cluster): Promise<void> {
  await Promise.all([orders, catalog].map((service) => deploy(cluster, service)));
  await backUp(cluster, 'four-hourly-critical', 'before-drills');
}

import { deepEqual, equal, ok } from 'node:assert/strict';

import { assertVerified, reportOf } from '../platform/argo/evidence.ts';
import { look, stepOf, stopWorkflow } from '../platform/argo/workflow.ts';
import { alertedBy } from '../platform/watch.ts';
import type { DrillCase, DrillStage } from './drill-case.ts';
import { gaugesOf } from './gauges.ts';
import { assertNothingLeft, namespacesOf } from './namespaces.ts';
import { begun, failed, startDrill, succeeded } from './runs.ts';

export const twoAtOnce: DrillCase = {
  name: 'two-drills-at-once',
  what: 'a drill is started twice; the second is stopped by "argo stop" in the middle of its restore',
  run: async (stage) => {
    const { cluster, argo } = stage;
    const names = [await startDrill(argo), await startDrill(argo)];
    const first = await Promise.race(
      names.map((name) => begun(argo, name, 'prepare-target').then(() => name)),
    );
    const second = names.find((name) => name !== first) ?? '';
    await begun(argo, first, 'await-ready-critical');
    equal((await namespacesOf(cluster, first)).length, 2);
    const measured = await succeedsAlone(stage, first, second);
    const stopped = await stoppedWhile(stage, second);
    for (const name of names) await assertNothingLeft(cluster, name);
    return `${measured}; the other waits until it is done, and ${stopped}`;
  },
};

/** The first ends well, and the second has not begun to restore before that. */
async function succeedsAlone(
  { cluster, argo }: DrillStage,
  first: string,
  second: string,
): Promise<string> {
  const [run] = await Promise.all([
    succeeded(argo, first),
    begun(argo, second, 'restore-critical'),
  ]);
  const { status } = await look(argo, second);
  const under = stepOf(run.status, 'under-lock')?.finishedAt ?? '';
  const from = stepOf(status, 'prepare-target')?.startedAt ?? '';
  ok(under <= from, `they were under way together: one until ${under}, the other from ${from}`);
  const report = await reportOf(cluster, run);
  assertVerified(report);
  const gauges = await gaugesOf(argo, 'validation');
  const measured = report.services.flatMap(({ service, recoveryTimeSeconds, dataLossSeconds }) => [
    [`recoveryTime ${service}`, recoveryTimeSeconds],
    [`dataLoss ${service}`, dataLossSeconds],
  ]);
  deepEqual(
    measured.map(([name]) => [name, gauges.get(String(name))]),
    measured,
  );
  deepEqual([gauges.get('succeeded'), gauges.get('cleanedUp')], [1, 1]);
  ok((gauges.get('lastSuccess') ?? 0) > Date.parse(report.startedAt) / 1000);
  const checks = report.services.flatMap((service) => service.checks).length;
  return `${checks} checks verified; ${measured.map((each) => each.join(' ')).join(' s, ')} s`;
}

/** The second is stopped, cleans up all the same, and tells of no success. */
async function stoppedWhile(stage: DrillStage, second: string): Promise<string> {
  const { cluster, argo } = stage;
  const before = await gaugesOf(argo, 'validation');
  await stopWorkflow(argo, second);
  const report = await reportOf(cluster, await failed(argo, second));
  equal(report.outcome, 'failed');
  const gauges = await gaugesOf(argo, 'validation');
  deepEqual([gauges.get('succeeded'), gauges.get('cleanedUp')], [0, 1]);
  equal(gauges.get('lastSuccess'), before.get('lastSuccess'));
  return `is Failed at ${report.failedStep} when it is stopped${await alertedBy(stage, 'DrillFailed')}; it cleans up`;
}

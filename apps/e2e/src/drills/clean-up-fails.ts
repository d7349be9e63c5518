import { equal, ok } from 'node:assert/strict';

import { alertedBy } from '../platform/watch.ts';
import { waitUntil } from '../wait-until.ts';
import type { DrillCase, DrillStage } from './drill-case.ts';
import { reportOf } from '../platform/argo/evidence.ts';
import { gaugesOf } from './gauges.ts';
import { namespacesOf } from './namespaces.ts';
import { withPatience } from './patience.ts';
import { begun, failed, startDrillOf } from './runs.ts';

/** What nobody takes off again. */
const finalizers = (names: readonly string[]): string =>
  JSON.stringify({ metadata: { finalizers: names } });

export const cleanUpFails: DrillCase = {
  name: 'clean-up-fails',
  what: 'an object in a namespace of a drill has a finalizer that nobody takes off',
  run: (stage) => withPatience(stage.cluster, 30, () => leaveBehind(stage)),
};

async function leaveBehind(stage: DrillStage): Promise<string> {
  const { cluster, argo } = stage;
  const { kubectl } = cluster;
  const run = await startDrillOf(stage, ['catalog']);
  await begun(argo, run, 'await-ready-critical');
  const [namespace = ''] = await namespacesOf(cluster, run);
  const patch = ['patch', 'configmap', 'kube-root-ca.crt', '--namespace', namespace];
  await kubectl([...patch, '--type=merge', '--patch', finalizers(['e2e.example/held'])]);
  const report = await reportOf(stage.cluster, await failed(argo, run));
  ok(report.leftBehind.includes(`Namespace/${namespace}`), report.leftBehind.join());
  const gauges = await gaugesOf(argo, 'validation');
  equal(gauges.get('cleanedUp'), 0);
  const alerted = await alertedBy(stage, 'DrillCleanupFailed');
  await kubectl([...patch, '--type=merge', '--patch', finalizers([])]);
  await waitUntil('what was held goes', 120_000, async () => {
    return (await namespacesOf(cluster, run)).length === 0;
  });
  return `the run is Failed, and its report tells of ${report.leftBehind.join(' and ')}; the gauge of its clean-up is 0${alerted}`;
}

import { equal } from 'node:assert/strict';

import { stopWorkflow } from '../platform/argo/workflow.ts';
import type { DrillCase } from './drill-case.ts';
import { reportOf } from '../platform/argo/evidence.ts';
import { gaugesOf } from './gauges.ts';
import { assertNothingLeft } from './namespaces.ts';
import { begun, failed, startDrill } from './runs.ts';

export const aborted: DrillCase = {
  name: 'drill-aborted',
  what: 'a drill is stopped by "argo stop" in the middle of its restore',
  run: async (stage) => {
    const { cluster, argo } = stage;
    const before = await gaugesOf(argo, 'validation');
    const run = await startDrill(argo);
    await begun(argo, run, 'restore-critical');
    await stopWorkflow(argo, run);
    const report = await reportOf(stage.cluster.environment, await failed(argo, run));
    equal(report.outcome, 'failed');
    await assertNothingLeft(cluster, run);
    const gauges = await gaugesOf(argo, 'validation');
    equal(gauges.get('succeeded'), 0);
    equal(gauges.get('cleanedUp'), 1);
    equal(gauges.get('lastSuccess'), before.get('lastSuccess'));
    return `it is Failed at ${report.failedStep}, and cleans up; the gauge of its success is 0`;
  },
};

import { deepEqual, equal, match } from 'node:assert/strict';

import { approve, failuresOf, submit } from '../platform/argo/workflow.ts';
import { disasterTime } from '../scenarios/disaster-time.ts';
import type { DrillCase } from './drill-case.ts';
import { reportOf } from '../platform/argo/evidence.ts';
import { failed } from './runs.ts';

export const approvedByOne: DrillCase = {
  name: 'approved-by-one',
  what: 'one person approves a recovery twice',
  run: async (stage) => {
    const { cluster, argo } = stage;
    const run = await submit(argo, {
      kind: 'WorkflowTemplate',
      name: 'restore-namespace',
      parameters: {
        services: '["orders"]',
        'disaster-at': disasterTime(Date.now()),
        'approved-by': 'ada',
      },
    });
    await approve(argo, run, 'second-approval', { 'approved-by': 'ada' });
    const workflow = await failed(argo, run);
    match(failuresOf(workflow), /needs two who approved it/);
    const ours = `--selector=resilience-layer/workflow=${run}`;
    const words = ['get', 'restores.velero.io', '--namespace=velero', ours, '--output=name'];
    equal(await cluster.kubectl(words), '');
    const { outcome, failedStep, services } = await reportOf(stage.cluster, workflow);
    deepEqual([outcome, failedStep], ['failed', 'restore-critical']);
    deepEqual(
      services.map(({ recoveryTimeSeconds }) => recoveryTimeSeconds),
      [null],
    );
    return 'the API server refuses the restore; the run is Failed, and its report says where';
  },
};

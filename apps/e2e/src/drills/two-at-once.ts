import { deepEqual, ok } from 'node:assert/strict';

import type { DrillCase } from './drill-case.ts';
import { assertVerified, reportOf } from '../platform/argo/evidence.ts';
import { assertNothingLeft } from './namespaces.ts';
import { startDrill, succeeded } from './runs.ts';
import { stepOf } from '../platform/argo/workflow.ts';

export const twoAtOnce: DrillCase = {
  name: 'two-drills-at-once',
  what: 'a drill is started twice',
  run: async (stage) => {
    const { cluster, argo } = stage;
    const names = [await startDrill(argo), await startDrill(argo)];
    const runs = await Promise.all(names.map((name) => succeeded(argo, name)));
    for (const run of runs) assertVerified(await reportOf(stage.cluster.environment, run));
    const times = runs.map(({ status }) => ({
      from: stepOf(status, 'prepare-target')?.startedAt ?? '',
      to: stepOf(status, 'under-lock')?.finishedAt ?? '',
    }));
    const [first, second] = times.toSorted((a, b) => a.from.localeCompare(b.from));
    ok(
      first && second && first.to <= second.from,
      `they were under way together: ${JSON.stringify(times)}`,
    );
    for (const name of names) await assertNothingLeft(cluster, name);
    deepEqual(new Set(names).size, 2);
    return `one waits from its start until ${second?.from}, when the other is done; both succeed`;
  },
};

import { deepEqual, equal, ok } from 'node:assert/strict';

import type { DrillCase } from './drill-case.ts';
import { assertVerified, reportOf } from '../platform/argo/evidence.ts';
import { gaugesOf } from './gauges.ts';
import { assertNothingLeft, namespacesOf } from './namespaces.ts';
import { begun, startDrill, succeeded } from './runs.ts';

export const drillSucceeds: DrillCase = {
  name: 'drill-succeeds',
  what: 'the rendered drill restores services into namespaces of its own',
  run: async (stage) => {
    const { cluster, argo } = stage;
    const run = await startDrill(argo);
    await begun(argo, run, 'await-ready-critical');
    equal((await namespacesOf(cluster, run)).length, 2);
    const report = await reportOf(stage.cluster.environment, await succeeded(argo, run));
    assertVerified(report);
    await assertNothingLeft(cluster, run);
    const gauges = await gaugesOf(argo, 'validation');
    const measured = report.services.flatMap(
      ({ service, recoveryTimeSeconds, dataLossSeconds }) => [
        [`recoveryTime ${service}`, recoveryTimeSeconds],
        [`dataLoss ${service}`, dataLossSeconds],
      ],
    );
    deepEqual(
      measured.map(([name]) => [name, gauges.get(String(name))]),
      measured,
    );
    deepEqual([gauges.get('succeeded'), gauges.get('cleanedUp')], [1, 1]);
    ok((gauges.get('lastSuccess') ?? 0) > Date.parse(report.startedAt) / 1000);
    const checks = report.services.flatMap((service) => service.checks).length;
    return `${checks} checks verified; ${measured.map((each) => each.join(' ')).join(' s, ')} s`;
  },
};

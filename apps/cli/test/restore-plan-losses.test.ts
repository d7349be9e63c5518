import type { Answer } from '@resilience/workflows/stand-ins';
import { expect, test } from 'vitest';

import { formatPlan } from '../src/restore/format-plan.ts';
import type { RestorePlan } from '../src/restore/gather.ts';
import { contents, inCluster, staging } from './cluster.ts';
import { resultOf } from './result-of.ts';
import { templateOf } from './runbook-templates.ts';

const production: readonly Answer[] = [
  { asked: 'config current-context', output: 'production\n' },
  {
    asked: 'get backupstoragelocations.velero.io default --namespace velero',
    output: {
      spec: { objectStorage: { bucket: 'harbour-production-backups-us-east-1' } },
      status: { phase: 'Available' },
    },
  },
  ...staging,
  ...['namespace', 'into-quarantine'].map(templateOf),
];

const disasterAt = ['--disaster-at', '2026-11-25T01:55:00Z'];

const line = '  never recovered: volume thumbnails (content cache): ';

test.each([
  [['--services', 'media', ...disasterAt], true],
  [['--services', 'media,orders', '--into-quarantine'], true],
  [['--services', 'orders', ...disasterAt], false],
])('%j names what no restore brings back: %s', async (words, named) => {
  const planned = ['restore', 'plan', '--env', 'production', ...words, '--json'];
  const { stdout } = await inCluster([...(await contents('production')), ...production], planned);
  const found = resultOf(stdout) as RestorePlan;
  expect(found.neverRecovered).toMatchObject(
    named ? [{ service: 'media', volume: 'thumbnails', content: 'cache' }] : [],
  );
  expect(formatPlan(found).includes(line)).toBe(named);
});

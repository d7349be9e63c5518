import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { copyOfRendered, renderedRepository } from '@resilience/fixtures/repositories';
import { expect, test } from 'vitest';

import { resilience } from './resilience.ts';

/** Why a file changes, by a path in which `*` stands for a name. */
type Reasons = Readonly<Record<string, string>>;

const config = 'environments/production/config.ts';
const rendered = 'environments/production/rendered';

const byRetention: Reasons = {
  [config]: 'the change itself',
  [`${rendered}/kubernetes/velero-schedules/schedule-daily.yaml`]: 'Velero keeps backups longer',
  [`${rendered}/kubernetes/resilience-alerts/prometheusrule-resilience-backup-cost.yaml`]:
    'the price of snapshots, which no metric reports, is part of what is compared with the budget',
  [`${rendered}/recovery.md`]: 'how long backups are kept, and what they cost',
};

const byService: Reasons = {
  [config]: 'the change itself',
  [`${rendered}/recovery.md`]: 'what the service loses at worst, and what all backups cost',
  [`${rendered}/recovery-steps.md`]:
    'how long each of its steps may take, and those of what comes back after it',
  [`${rendered}/kubernetes/resilience-alerts/prometheusrule-service-loyalty.yaml`]:
    'its objectives, the age of its data, and its alerts',
  [`${rendered}/kubernetes/resilience-alerts/prometheusrule-resilience-service-proofs.yaml`]:
    'what is proved of it, and of what comes back after it',
  [`${rendered}/kubernetes/resilience-alerts/prometheusrule-resilience-backup-cost.yaml`]:
    'the price of its snapshots',
  [`${rendered}/kubernetes/velero-guard/validatingadmissionpolicy-resilience-restores-are-approved.yaml`]:
    'its namespace is protected',
  [`${rendered}/kubernetes/velero-schedules/schedule-*.yaml`]:
    'its hooks run before and after each backup that covers it',
  [`${rendered}/kubernetes/velero-schedules/configmap-*-volume-policies.yaml`]:
    'how its volumes are copied by each schedule that covers it',
  [`${rendered}/kubernetes/velero-workflows/configmap-declared-services.yaml`]:
    'what is restored of it and what is looked at afterwards',
  'environments/dr/rendered/kubernetes/resilience-alerts/prometheusrule-service-loyalty.yaml':
    'drills there measure it',
  'environments/dr/rendered/kubernetes/velero-workflows/configmap-declared-services.yaml':
    'it is restored there, too',
};

/** Put first, as what comes first must be an example for nothing. */
const loyalty = `services: {
    loyalty: {
      owner: 'checkout',
      tier: 'important',
      software: [
        postgresql({
          packaging: 'plain',
          name: 'loyalty',
          labels: { 'app.kubernetes.io/name': 'loyalty' },
          size: gib(20),
          used: percent(60),
          dailyChange: percent(5),
          database: 'loyalty',
          tables: [],
          pageChecksums: 'on',
          indexes: 'amcheck',
        }),
      ],
    },
`;

const withService = (source: string): string =>
  `import { postgresql } from '@resilience/config/presets/postgresql';\n${source.replace('services: {\n', loyalty)}`;

const filesOf = (root: string): Map<string, string> =>
  new Map(
    ['environments/**/*.*', 'docs/**/*.*', '.github/*']
      .flatMap((pattern) => globSync(pattern, { cwd: root }))
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );

/** What a change of the declaration changes in all, by path. */
function changedBy(edit: (source: string) => string): string[] {
  const root = copyOfRendered();
  const before = filesOf(renderedRepository());
  writeFileSync(join(root, config), edit(before.get(config) ?? ''));
  expect(resilience(root, ['render'])).toMatchObject({ status: 0, stderr: '' });
  const after = filesOf(root);
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .toSorted();
}

const matches = (path: string, pattern: string): boolean => {
  const [start = '', end] = pattern.split('*');
  return end === undefined ? path === pattern : path.startsWith(start) && path.endsWith(end);
};

test.each<[string, number, Reasons, (source: string) => string]>([
  [
    'one retention',
    4,
    byRetention,
    (source) => source.replace('retention: days(30)', 'retention: days(45)'),
  ],
  ['a new service', 20, byService, withService],
])('%s changes at most %i files, each for a reason', (_, most, reasons, edit) => {
  const changed = changedBy(edit);
  const known = Object.keys(reasons);
  expect(changed.filter((path) => !known.some((pattern) => matches(path, pattern)))).toEqual([]);
  expect(known.filter((pattern) => !changed.some((path) => matches(path, pattern)))).toEqual([]);
  expect(changed.length).toBeLessThanOrEqual(most);
});

test('reviews fold pictures, and nothing that is applied but dashboards', () => {
  const attributes = readFileSync(join(programRoot, '.gitattributes'), 'utf8');
  const folded = [...attributes.matchAll(/^(\S+) linguist-generated$/gm)].map(([, path]) => path);
  expect(folded).toContain('*.svg');
  expect(folded.filter((path) => path?.includes('rendered/'))).toEqual([
    'environments/*/rendered/kubernetes/resilience-dashboards/*',
  ]);
});

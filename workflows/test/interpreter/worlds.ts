import type { Wave } from '@resilience/config/waves';

import { ofWave } from '../../src/steps/choose-backup.ts';
import type { World } from './play.ts';
import type { Scope } from './scope.ts';

const chosen = {
  service: 'shop',
  namespace: 'shop',
  target: 'drill-shop-1',
  wave: 'critical',
  backup: 'hourly-20261125051500',
  backupStartedAt: '2026-11-25T05:15:00Z',
};

const restoreOf = (number: string, ...namespaces: readonly string[]) => ({
  restore: number,
  backup: chosen.backup,
  namespaces,
  excluded: [],
});

const nothingIn = (...waves: readonly Wave[]): Scope =>
  Object.fromEntries(
    waves.flatMap((wave) => Object.values(ofWave(wave)).map((name) => [name, '[]'])),
  );

/** A world where everything works, and there is one service. */
export const fine: World = {
  fails: {},
  supplied: {
    'second-approval': { 'approved-by': 'carol' },
    approval: { 'approved-by': 'carol' },
    'traffic-is-switched': {},
    'writers-are-stopped': {},
    'bucket-is-brought-back': {},
    'claim-is-deleted': {},
    'quarantine-is-examined': {},
  },
  parameters: {
    services: '["shop"]',
    'approved-by': 'bob',
    'disaster-at': '2026-11-25T05:00:00Z',
    application: 'shop-app',
    volume: 'data',
    kinds: 'configmaps',
    namespace: 'shop',
  },
  outputs: {
    plan: {
      services: '[{"service":"shop","namespace":"shop","target":"drill-shop-1","wave":"critical"}]',
      namespaces: '["shop"]',
      mapping: '{"shop":"drill-shop-1"}',
      targets: '["drill-shop-1"]',
      kinds: '["*"]',
      selector: '{"matchLabels":{}}',
      checks: JSON.stringify(
        ['row-count', 'http'].map((check) => ({
          check: { service: 'shop', check },
          namespace: 'drill-shop-1',
        })),
      ),
      gibibytes: '15',
    },
    'choose-backup': {
      ...nothingIn('important', 'standard', 'last'),
      'started-at': '2026-11-25T06:00:20Z',
      services: JSON.stringify([chosen]),
      'restores-critical': JSON.stringify([restoreOf('1', 'shop')]),
      'services-critical': JSON.stringify([chosen]),
      'checks-critical': JSON.stringify([
        {
          checks: ['row-count', 'http'].map((check) => ({
            check: { service: 'shop', check },
            namespace: 'drill-shop-1',
            backupStartedAt: chosen.backupStartedAt,
          })),
        },
      ]),
    },
    'pre-flight': { 'pending-replication': '0' },
    'restore-copy': { name: 'drill-x', phase: 'Completed' },
    restore: { name: 'x', phase: 'Completed' },
    verify: { finding: '{}' },
    measure: {
      services:
        '[{"service":"shop","scenario":"namespace-deletion","recoveryTimeSeconds":240,"dataLossSeconds":2720}]',
      rates: '{"bytes":104857600,"objects":12.5}',
    },
    'clean-up': { 'left-behind': '[]' },
    'leave-evidence': {
      outcome: 'succeeded',
      succeeded: '1',
      timestamp: '1764050700',
      report: 'drills/validation/2026/11/x.json',
    },
    'look-at-application': {
      automated: '{"enabled":true}',
      enabled: 'true',
      'paused-by': 'restore-namespace-1764057600',
    },
    'look-at-change': { 'opt-in': 'enabled', ticket: 'CHG-1', revision: 'abc' },
    'back-up': { name: 'on-demand-1', phase: 'Completed' },
  },
};

const later = {
  ...chosen,
  service: 'blog',
  namespace: 'blog',
  target: 'drill-blog-1',
  wave: 'last',
};

/** The same, with a service that comes back later, and the first in two restores. */
export const inTwoWaves: World = {
  ...fine,
  outputs: {
    ...fine.outputs,
    'choose-backup': {
      ...fine.outputs['choose-backup'],
      'restores-critical': JSON.stringify([restoreOf('1', 'shop'), restoreOf('2', 'web')]),
      'restores-last': JSON.stringify([restoreOf('3', 'blog')]),
      'services-last': JSON.stringify([later]),
      'checks-last': '[]',
    },
  },
};

/** A world where one step fails. */
export const failing = (step: string, how: 'always' | 'once' = 'always'): World => ({
  ...fine,
  fails: { [step]: how },
});

/** A world where a person never comes. */
export function withoutAnswer(step: string): World {
  const { [step]: _, ...supplied } = fine.supplied;
  return { ...fine, supplied };
}

/** A world where ArgoCD's application was paused by this very run. */
export function pausedBy(run: string, world: World): World {
  const looked = { ...fine.outputs['look-at-application'], 'paused-by': `${run}-1764057600` };
  return { ...world, outputs: { ...world.outputs, 'look-at-application': looked } };
}

import { expect, test } from 'vitest';

import { objectives } from '../src/detect/objectives.ts';
import { Rendered } from '../src/rendered.ts';
import { lossesAreAllowed } from '../src/rules/recovery/losses-are-allowed.ts';
import { declarationOf, terms } from './copy.ts';

const rendered = new Rendered('lone', [
  {
    file: 'rule.yaml',
    place: [],
    kind: 'monitoring.coreos.com/PrometheusRule',
    name: 'rule',
    value: {
      spec: {
        groups: [
          {
            rules: [
              {
                record: 'resilience:service_rto_seconds',
                labels: { service: 'shop', scenario: 'pod-failure' },
              },
              {
                record: 'resilience:service_unprotected',
                labels: { service: 'shop', scenario: 'region-failure', tier: 'standard' },
              },
              { alert: 'BackupFailed' },
            ],
          },
        ],
      },
    },
  },
]);

const judge = (unprotected: object): string[] =>
  objectives(rendered).flatMap((object) =>
    lossesAreAllowed
      .judge({
        object,
        rendered,
        policy: { ...terms.policy, ...unprotected },
        declaration: declarationOf('production'),
      })
      .map(({ message, expected }) => `${object.name} ${message}: ${expected}`),
  );

test.each([
  ['allows its tier in this disaster', { unprotected: { 'region-failure': ['standard'] } }, []],
  [
    'allows another tier',
    { unprotected: { 'region-failure': ['important'] } },
    [
      'shop/region-failure gives up shop, which is standard, after region-failure: an objective, as policy.ts gives up only important then',
    ],
  ],
  [
    'allows it in another disaster',
    { unprotected: { 'key-loss': ['standard'] } },
    [
      'shop/region-failure gives up shop, which is standard, after region-failure: an objective, as policy.ts gives up nothing then',
    ],
  ],
  [
    'says nothing of it',
    {},
    [
      'shop/region-failure gives up shop, which is standard, after region-failure: an objective, as policy.ts gives up nothing then',
    ],
  ],
])('a policy that %s', (_, unprotected, found) => {
  expect(judge(unprotected)).toEqual(found);
});

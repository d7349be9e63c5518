import { Rendered } from '@resilience/policy/rendered';
import { expect, test } from 'vitest';

import { compareGuards } from '../src/compare-guards.ts';
import { alertsAreThere } from '../src/weakenings/alerting/alerts-are-there.ts';
import { alertsArePrompt } from '../src/weakenings/alerting/alerts-are-prompt.ts';
import { servicesAreBackedUp } from '../src/weakenings/services/services-are-backed-up.ts';

interface Alert {
  readonly file: string;
  readonly service: string;
  readonly for?: string;
}

const rendered = (alerts: readonly Alert[]): Rendered =>
  new Rendered(
    'production',
    alerts.map(({ file, service, for: time = '5m' }) => ({
      kind: 'monitoring.coreos.com/PrometheusRule',
      name: file,
      file: `${file}.yaml`,
      place: [],
      value: {
        spec: {
          groups: [
            { rules: [{ alert: 'TooOld', expr: 'vector(1)', for: time, labels: { service } }] },
          ],
        },
      },
    })),
  );

const orders = { file: 'too-old', service: 'orders' };
const revision = (alerts: readonly Alert[]) => ({
  name: 'production',
  declared: undefined,
  rendered: rendered(alerts),
  states: new Map(),
  findings: [],
});
const said = (before: readonly Alert[], after: readonly Alert[]): string[] =>
  compareGuards(
    [alertsAreThere, alertsArePrompt, servicesAreBackedUp],
    revision(before),
    revision(after),
  ).map(({ text }) => text);

test('an alert that moves to another file is the same', () => {
  expect(said([orders], [{ ...orders, file: 'service-orders' }])).toEqual([]);
  expect(said([orders], [{ file: 'service-orders', service: 'orders', for: '1h' }])).toEqual([
    'The alert TooOld waits for 1h instead of 5m before it fires.',
  ]);
});

test('an alert that one of two services loses is missing', () => {
  expect(said([orders, { file: 'b', service: 'media' }], [orders])).toEqual([
    'The alert TooOld is no longer there.',
  ]);
});

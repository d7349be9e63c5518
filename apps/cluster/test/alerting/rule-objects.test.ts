import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { alerts } from '../../src/alerting/alerts/index.ts';
import { records } from '../../src/alerting/records/index.ts';
import { ruleObjects } from '../../src/alerting/rule-objects.ts';

const environments = [primaryEnvironment(), replicaEnvironment()];
const ofServices = new Set(
  [...alerts, ...records].filter(({ isOfServices }) => isOfServices).map(({ name }) => name),
);

test.each(environments)('what a service declares is in an object of its own: $name', (one) => {
  const { services } = one.backups.source;
  const found = ruleObjects(one)
    .filter(({ name }) => name.startsWith('service-'))
    .map(({ name, groups }) => [
      name.replace('service-', ''),
      ...new Set(
        groups.flatMap(({ rules = [] }) => rules.map(({ labels }) => labels?.['service'])),
      ),
    ]);
  expect(found).toEqual(Object.keys(services).map((service) => [service, service]));
});

test.each(environments)('no other object holds what each service declares: $name', (one) => {
  const others = ruleObjects(one)
    .filter(({ name }) => name.startsWith('resilience-'))
    .flatMap(({ groups }) => groups.map(({ name }) => name));
  expect(others.filter((name) => ofServices.has(name))).toEqual([]);
  expect(others).toContain('ResilienceWatchdog');
});

test('no two groups of an environment have one name', () => {
  const names = environments.map((one) =>
    ruleObjects(one).flatMap(({ groups }) => groups.map(({ name }) => name)),
  );
  expect(names.map((all) => new Set(all).size)).toEqual(names.map(({ length }) => length));
});

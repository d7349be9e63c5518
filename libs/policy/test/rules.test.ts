import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { rules } from '../src/rules/index.ts';
import { checkCopy } from './copy.ts';
import { mutations } from './mutations/index.ts';
import { pipelines } from './mutations/plants.ts';

const environments = ['production', 'staging', 'dr'];

test.each(environments)('%s breaks no rule', (environment) => {
  expect(checkCopy(environment).findings).toEqual([]);
});

test('every rule applies to something', () => {
  const applied = new Set(environments.flatMap((name) => [...checkCopy(name).applied.keys()]));
  const idle = rules.filter(({ id }) => !applied.has(id)).map(({ id }) => id);
  expect(idle).toEqual([]);
});

test('every rule has something planted that breaks it', () => {
  const planted = [...new Set(mutations.map(({ rule }) => rule))].toSorted();
  expect(planted).toEqual(rules.map(({ id }) => id).toSorted());
});

test.each(some(mutations))('$rule catches: $what', ({ rule, environment, plant }) => {
  const caught = checkCopy(environment, plant).findings.map((finding) => finding.rule.id);
  expect(caught).toContain(rule);
});

test('every branch of a project of GitLab may plan', () => {
  const ofGitlab = pipelines((documents) => {
    const [subject] = documents['ci_plan-trust'].statement[0].condition;
    subject.test = 'StringLike';
    subject.values = ['project_path:harbour/resilience-layer:ref_type:branch:ref:*'];
  });
  expect(checkCopy('production', ofGitlab).findings).toEqual([]);
});

test('a rule that resolves and asks for the right metric is fine', () => {
  const before = checkCopy('production').applied.get('alerting/alerts-resolve') ?? 0;
  const { findings, applied } = checkCopy('production', (files) => {
    files.set('kubernetes/velero-monitoring/rule.yaml', {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: { name: 'rule' },
      spec: { groups: [{ rules: [{ expr: 'increase(velero_backup_failure_total[1h]) > 0' }] }] },
    });
  });
  expect(findings).toEqual([]);
  expect(applied.get('alerting/alerts-resolve')).toBe(before + 1);
});

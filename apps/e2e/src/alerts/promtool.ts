import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { minutes } from '@resilience/config/duration';
import { stringify } from 'yaml';

import type { AlertCase, AlertCases, Expectation } from './alert-case.ts';
import { groupsFor, type RuleGroup } from '../prometheus/rendered-rules.ts';
import { selectorOf, valuesOf } from './series.ts';

/** What promtool is run on. */
interface Subject {
  /** Where promtool is, and where files may be written. */
  readonly programs: string;
  readonly folder: string;
  readonly groups: readonly RuleGroup[];
}

/** @throws what is wrong with the rules */
export function checkRules({ programs, folder, groups }: Subject): void {
  const file = writeTo(folder, 'rules.yaml', { groups });
  promtool(programs, ['check', 'rules', '--lint=all', '--lint-fatal', file]);
}

/**
 * Plays the cases of an alert with its rules, in files of cases whose evaluations are equally far apart.
 *
 * @throws what came out differently
 */
export function testRules(
  { programs, folder, groups }: Subject,
  { alert, by }: AlertCases,
  cases: readonly AlertCase[],
): void {
  const own = groupsFor(groups, alert);
  const rules = writeTo(folder, `${alert}.rules.yaml`, { groups: own });
  const steps = [...new Set(cases.map(({ step = minutes(1) }) => step.seconds))];
  const files = steps.map((seconds) =>
    writeTo(folder, `${alert}.${seconds}.test.yaml`, {
      rule_files: [rules],
      evaluation_interval: `${seconds}s`,
      group_eval_order: own.map(({ name }) => name),
      tests: cases
        .filter(({ step = minutes(1) }) => step.seconds === seconds)
        .map((one) => testOf(one, { alert, by, seconds })),
    }),
  );
  promtool(programs, ['test', 'rules', ...files]);
}

interface Asked {
  readonly alert: string;
  readonly by: readonly string[];
  readonly seconds: number;
}

function testOf({ kind, what, series, expect }: AlertCase, asked: Asked): object {
  const step = { seconds: asked.seconds };
  const end = { seconds: Math.max(...expect.map(({ at }) => at.seconds)) };
  return {
    name: `${kind}: ${what}`,
    interval: `${asked.seconds}s`,
    input_series: series.map((one) => ({
      series: selectorOf(one),
      values: valuesOf(one, step, end),
    })),
    promql_expr_test: expect.map((expected) => expressionTest(expected, asked)),
  };
}

/** The alerts themselves, not their annotations, which are told to people and not to machines. */
function expressionTest({ at, pending, alerts }: Expectation, { alert, by }: Asked): object {
  const state = pending ? '' : ',alertstate="firing"';
  return {
    expr: `count by (${by.join(', ')}) (ALERTS{alertname="${alert}"${state}})`,
    eval_time: `${at.seconds}s`,
    exp_samples: alerts.map((values) => {
      const labels = by.flatMap((name, index) => (values[index] ? [[name, values[index]]] : []));
      return { labels: selectorOf({ name: '', labels: Object.fromEntries(labels) }), value: 1 };
    }),
  };
}

function writeTo(folder: string, name: string, content: object): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, stringify(content, { aliasDuplicateObjects: false }));
  return file;
}

function promtool(programs: string, words: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(join(programs, 'promtool'), words, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
}

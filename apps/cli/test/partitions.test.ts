import { usd, days } from '@resilience/config';
import type { Environment } from '@resilience/config/environment';
import { primaryEnvironment } from '@resilience/config/fixtures';
import {
  chineseEnvironment,
  governmentEnvironment,
  loneEnvironment,
} from '@resilience/config/fixtures/places';
import { scenarios } from '@resilience/config/scenario';
import { tiers } from '@resilience/config/tiers';
import { check } from '@resilience/policy/check';
import { parseRendered } from '@resilience/policy/read-rendered';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { variablesOf } from '../src/names/variables.ts';
import { renderEnvironment } from '../src/render/render-environment.ts';

const kept = { minimum: days(7), maximum: days(400) };

/** What the rules find in all that is rendered for an environment, a line for each. */
function judged(environment: Environment): string[] {
  const { name, aws } = environment;
  const files = renderEnvironment(environment).files.map(
    ({ path, content }) => [`environments/${name}/rendered/${path}`, content] as const,
  );
  const policy = {
    retention: { critical: kept, important: kept, standard: kept },
    replicated: [],
    accessLogs: { minimum: days(1) },
    evidence: { minimum: days(1) },
    encryption: { keyRotationAtMost: days(365), keyDeletionWindowAtLeast: days(7) },
    regions: [aws.region, aws.drRegion ?? aws.region] as [string, string],
    unprotected: Object.fromEntries(scenarios.map((scenario) => [scenario, tiers])),
    budgetAtMost: usd(500),
  };
  const { findings } = check(parseRendered(name, files), {
    policy,
    declaration: environment,
    waivers: [],
    today: '2026-11-24',
  });
  return findings.map(
    ({ rule, subject, message }) => `${rule.id} ${subject.replace(`/${name}`, '')} ${message}`,
  );
}

/** What the rules find in the fixture wherever it is. */
const everywhere = new Set(judged(primaryEnvironment()).map(withoutRegion));

function withoutRegion(finding: string): string {
  return finding.replaceAll(/(us-gov|us|eu|ap|cn)-[a-z]+-\d/g, '‹region›');
}

test.each([
  ['one cluster without another region', loneEnvironment()],
  ['GovCloud', governmentEnvironment()],
  ['China', chineseEnvironment()],
])('no rule finds more in what is rendered for %s', (_, environment) => {
  const more = judged(environment).filter((finding) => !everywhere.has(withoutRegion(finding)));
  // Of these regions nothing is priced, so that the budget is compared with no estimate.
  expect(more.filter((finding) => !finding.startsWith('cost/budget-is-watched'))).toEqual([]);
});

test.each([
  ['aws-us-gov', governmentEnvironment()],
  ['aws-cn', chineseEnvironment()],
])('every ARN that is rendered for %s is of it', (partition, environment) => {
  const { files } = renderEnvironment(environment);
  const arns = files.flatMap(({ path, content }) =>
    [...content.matchAll(/arn:aws[a-z-]*:/g)].map(([arn]) => `${path}: ${arn}`),
  );
  for (const arn of some(arns)) expect(arn).toMatch(new RegExp(`: arn:${partition}:$`));
});

test('without a DR region nothing that is rendered names one', () => {
  const { files } = renderEnvironment(loneEnvironment());
  const naming = files.filter(({ content }) => /dr-region|eu-central|undefined/.test(content));
  expect(naming.map(({ path }) => path)).toEqual([]);
});

test('without a DR region its variables are empty, and every other is as elsewhere', () => {
  const [lone, primary] = [variablesOf(loneEnvironment()), variablesOf(primaryEnvironment())];
  expect(Object.keys(lone)).toEqual(Object.keys(primary));
  const empty = Object.keys(lone).filter((name) => lone[name] === null && primary[name] !== null);
  expect(empty).toEqual([
    'DR_REGION',
    'DR_STATE_BUCKET',
    'REPLICA_BUCKET',
    'REPLICA_REGION',
    'REPLICA_KEY',
    'REPLICA_RULE',
    'REPLICATION_ROLE',
    'ARCHIVE_BUCKET',
    'ARCHIVE_REGION',
    'ARCHIVE_KEY',
  ]);
});

test('without a DR region no alert asks for the replication', () => {
  const { files } = renderEnvironment(loneEnvironment());
  const replication = files.filter(({ path }) => /replica/.test(path));
  expect(replication.map(({ path }) => path)).toEqual([]);
});

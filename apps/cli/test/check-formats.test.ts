import { stripVTControlCharacters } from 'node:util';

import { expect, test } from 'vitest';

import { formatGithub } from '../src/check/format-github.ts';
import { formatJunit } from '../src/check/format-junit.ts';
import { formatSarif } from '../src/check/format-sarif.ts';
import { formatText } from '../src/check/format-text.ts';
import { oneResultEach } from '../src/check/one-result-each.ts';
import type { Found } from '../src/check/reported.ts';

const found: Found = {
  rule: 'retention/ttl-is-a-time',
  severity: 'error',
  subject: 'Schedule/daily',
  message: 'keeps nothing',
  expected: 'a time',
  received: '"0"',
  why: 'Nothing is kept.',
  source: 'https://velero.io',
  file: 'daily.yaml',
  line: 7,
  declaredAt: 'tiers.critical.schedules.daily',
  declared: { file: 'environments/organisation.ts', line: 99, column: 9 },
  waivedBy: undefined,
  stops: true,
};

const others = ['weekly', 'monthly', 'hourly', 'yearly', 'nightly'].map((name, index) => ({
  ...found,
  subject: `Schedule/${name}`,
  file: `${name}.yaml`,
  line: index + 8,
}));

const findings = oneResultEach([found, ...others, { ...found, message: 'is paused' }]);
const results = [{ environment: 'production', applied: 2, findings }];

test('one cause is one result with all its places', () => {
  expect(findings.map(({ message, places }) => [message, places.length])).toEqual([
    ['keeps nothing', 6],
    ['is paused', 1],
  ]);
});

test('people see the first places, and the place of the declaration', () => {
  expect(stripVTControlCharacters(formatText(results)))
    .toContain(`production: 2 rules apply, 2 findings, 0 waived
error retention/ttl-is-a-time: Schedule/daily keeps nothing, here and in 5 other places
    at        daily.yaml:7
              weekly.yaml:8
              monthly.yaml:9
              hourly.yaml:10
              and 2 more
    from      environments/organisation.ts:99:9 › tiers.critical.schedules.daily
`);
});

test('SARIF has one result, with the other places and the declaration as related locations', () => {
  const { runs } = JSON.parse(formatSarif(results));
  expect(runs[0].results).toHaveLength(2);
  const { locations, relatedLocations } = runs[0].results[0];
  expect(locations).toEqual([
    {
      physicalLocation: { artifactLocation: { uri: 'daily.yaml' }, region: { startLine: 7 } },
    },
  ]);
  expect(relatedLocations).toHaveLength(6);
  expect(relatedLocations.at(-1)).toEqual({
    id: 6,
    physicalLocation: {
      artifactLocation: { uri: 'environments/organisation.ts' },
      region: { startLine: 99, startColumn: 9 },
    },
    message: { text: 'declared at tiers.critical.schedules.daily' },
  });
});

test.each([
  ['JUnit', formatJunit, '<testcase '],
  ['GitHub Actions', formatGithub, '::error '],
])('%s has one result, with the other places in its text', (_, format, start) => {
  const text = format(results);
  expect(text.split(start)).toHaveLength(3);
  expect(text).toContain('; also Schedule/weekly at weekly.yaml:8, Schedule/monthly');
});

test('a finding in a declaration has its column', () => {
  const inConfig = oneResultEach([{ ...found, file: 'config.ts', line: 3, column: 5 }]);
  const text = formatGithub([{ environment: 'production', applied: 1, findings: inConfig }]);
  expect(text).toContain('file=config.ts,line=3,col=5,title=');
});

import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { parse } from '../src/parse.ts';
import { formatProblem } from '../src/problem.ts';
import { notifications } from './fixtures/broken/notifications.ts';
import { operations } from './fixtures/broken/operations.ts';
import { pipelines } from './fixtures/broken/pipelines.ts';
import { platform } from './fixtures/broken/platform.ts';
import { recovery } from './fixtures/broken/recovery.ts';
import { schedules } from './fixtures/broken/schedules.ts';
import { services } from './fixtures/broken/services.ts';
import { storage } from './fixtures/broken/storage.ts';
import { verification } from './fixtures/broken/verification.ts';
import { primaryDeclaration, replicaDeclaration } from './fixtures/declarations.ts';
import { chineseDeclaration, governmentDeclaration, loneDeclaration } from './fixtures/places.ts';

test.each([
  primaryDeclaration(),
  replicaDeclaration(),
  loneDeclaration(),
  governmentDeclaration(),
  chineseDeclaration(),
])('$name has no fault', (declaration) => {
  expect(parse(declaration)).toMatchObject({ ok: true });
});

test.each(
  some([
    ...platform,
    ...pipelines,
    ...storage,
    ...schedules,
    ...services,
    ...verification,
    ...operations,
    ...notifications,
    ...recovery,
  ]),
)('%s', (_, declaration, problem) => {
  const parsed = parse(declaration);
  const file = 'config.ts';
  const findings = parsed.ok ? [] : parsed.findings;
  const printed = findings.map(({ fix, ...one }) =>
    formatProblem({ file, ...one, fix: fix.split('\n')[0] ?? '' }),
  );
  expect(printed).toEqual([problem]);
});

test.each([Symbol('shop'), 10n, circle()])(
  'what JSON cannot say is still described',
  (organisation) => {
    const parsed = parse({ ...primaryDeclaration(), organisation });
    expect(parsed.ok ? [] : parsed.findings.map(({ path }) => path)).toEqual(['organisation']);
  },
);

test.each(['constructor', 'tostring'])('%s is only what is declared under that name', (name) => {
  const declaration = primaryDeclaration();
  Object.assign(declaration.notifications.severities.info, { channels: [name] });
  Object.assign(declaration.services['shop'] ?? {}, { owner: name });
  Object.assign(declaration.schedules['hourly'] ?? {}, { covers: [name] });
  const parsed = parse(declaration);
  expect(parsed.ok ? [] : parsed.findings.map(({ code }) => code)).toEqual([
    'config/channels-are-declared',
    'config/owners-are-told',
    'config/schedules-cover-known-services',
  ]);
});

function circle(): object {
  const value: Record<string, unknown> = {};
  value['self'] = value;
  return value;
}

test('every fault is reported at once', () => {
  const declaration = {
    ...primaryDeclaration(),
    organisation: undefined,
    waivers: 'none',
    typo: 1,
  };
  const parsed = parse(declaration);
  expect(parsed.ok ? [] : parsed.findings.map(({ path, code }) => [path, code])).toEqual([
    ['organisation', 'config/missing'],
    ['waivers', 'config/invalid'],
    ['typo', 'config/unknown-key'],
  ]);
});

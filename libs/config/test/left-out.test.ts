import { expect, test } from 'vitest';

import { excludedNamespaces, namespacesLeftOut } from '../src/left-out.ts';
import { parse } from '../src/parse.ts';
import type { DeclarationInput } from '../src/schema/declaration.ts';
import { primaryDeclaration } from './fixtures/declarations.ts';

const reason = 'Sessions; rebuilt from the database on start.';

const edited = (edit: (declaration: DeclarationInput) => void): DeclarationInput => {
  const declaration: DeclarationInput = primaryDeclaration();
  edit(declaration);
  return declaration;
};

const placesOf = (declaration: unknown): string[][] => {
  const parsed = parse(declaration);
  return parsed.ok ? [] : parsed.findings.map(({ path, code }) => [path, code]);
};

test('a service that is not backed up takes two lines, and no objective', () => {
  const parsed = parse(
    edited(({ services }) => {
      services['redis'] = { notBackedUp: reason };
      services['sessions'] = { namespace: 'web-sessions', notBackedUp: reason };
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  const { declaration } = parsed;
  expect(Object.keys(declaration.services)).toEqual(['shop']);
  expect(declaration.notBackedUp).toEqual({
    redis: { namespace: 'redis', reason },
    sessions: { namespace: 'web-sessions', reason },
  });
  expect(excludedNamespaces(declaration)).toEqual(['redis', 'velero', 'web-sessions']);
});

test('namespaces are left out by pattern, with a reason', () => {
  const parsed = parse(
    edited((declaration) => {
      declaration.leftOut = [
        { namespaces: 'preview-*', reason: 'Made anew for each pull request.' },
        { volumes: { storageClass: 'local-path' }, reason: 'Scratch space of builds.' },
      ];
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  expect(namespacesLeftOut(parsed.declaration)).toEqual([
    { namespaces: 'preview-*', reason: 'Made anew for each pull request.', path: 'leftOut[0]' },
  ]);
  expect(excludedNamespaces(parsed.declaration)).toEqual(['preview-*', 'velero']);
});

const leaving =
  (leftOut: object) =>
  (declaration: DeclarationInput): void => {
    Object.assign(declaration, { leftOut: [leftOut] });
  };

test.each<[string, (declaration: DeclarationInput) => void, string[]]>([
  [
    'no reason',
    ({ services }) => Object.assign(services, { redis: { notBackedUp: 'cache' } }),
    ['services.redis.notBackedUp', 'config/invalid'],
  ],
  [
    'objectives of what is not backed up',
    ({ services }) => Object.assign(services, { redis: { notBackedUp: reason, tier: 'critical' } }),
    ['services.redis.tier', 'config/unknown-key'],
  ],
  [
    'a namespace in which another service is backed up',
    ({ services }) =>
      Object.assign(services, { redis: { namespace: 'shop', notBackedUp: reason } }),
    ['services.redis.namespace', 'config/services-are-not-left-out'],
  ],
  [
    'a pattern that a service has',
    leaving({ namespaces: 's?o*', reason }),
    ['leftOut[0].namespaces', 'config/services-are-not-left-out'],
  ],
  ['everything', leaving({ namespaces: '*', reason }), ['leftOut[0].namespaces', 'config/invalid']],
  [
    'what Velero refuses',
    leaving({ namespaces: 'a-**', reason }),
    ['leftOut[0].namespaces', 'config/invalid'],
  ],
  [
    'a volume that is backed up',
    leaving({ volumes: { claimLabels: { app: 'shop-db' } }, reason }),
    ['leftOut[0].volumes.claimLabels', 'config/volumes-left-out-are-of-nobody'],
  ],
])('%s is a problem: %#', (_, edit, place) => {
  expect(placesOf(edited(edit))).toEqual([place]);
});

test.each([
  ['docker.io/velero/velero:v1.18.3', []],
  ['docker.io/velero/velero:v1.19.0', []],
  ['docker.io/velero/velero:v2.0.0', []],
  ['docker.io/velero/velero:v1.18.2', [['leftOut[0].namespaces', 'config/patterns-need-velero']]],
  ['docker.io/velero/velero:v1.17.9', [['leftOut[0].namespaces', 'config/patterns-need-velero']]],
])('%s and a pattern', (server, places) => {
  const declaration = edited(leaving({ namespaces: 'preview-*', reason }));
  Object.assign(declaration.velero, { server });
  expect(placesOf(declaration)).toEqual(places);
  Object.assign(declaration, { leftOut: [{ namespaces: 'previews', reason }] });
  expect(placesOf(declaration)).toEqual([]);
});

test.each<[string, (declaration: DeclarationInput) => void]>([
  [
    'schedules.hourly.covers[0]',
    ({ schedules }) => Object.assign(schedules?.['hourly'] ?? {}, { covers: ['redis'] }),
  ],
  [
    'changes.applications.shop-app',
    ({ changes }) => Object.assign(changes.applications, { 'shop-app': 'redis' }),
  ],
  [
    'drills.validation.services[0]',
    ({ drills }) => Object.assign(drills['validation'] ?? {}, { services: ['redis'] }),
  ],
])('%s cannot name a service that no backup holds', (path, edit) => {
  const declaration = edited((whole) => {
    whole.services['redis'] = { notBackedUp: reason };
    edit(whole);
  });
  const parsed = parse(declaration);
  expect(parsed.ok ? [] : parsed.findings).toContainEqual(
    expect.objectContaining({
      path,
      message: 'is a service that is not backed up',
      fix: 'remove the name, or declare backups in the place of services.redis.notBackedUp',
    }),
  );
});

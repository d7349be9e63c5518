import { runInThisContext } from 'node:vm';

import { expect, test } from 'vitest';

import * as units from '../../src/index.ts';
import { parse } from '../../src/parse.ts';
import type { Finding } from '../../src/problem.ts';
import type { DeclarationInput } from '../../src/schema/declaration.ts';
import { stock, withTier } from '../fixtures/tiers.ts';

const findingsOf = (edit: (declaration: DeclarationInput) => unknown): readonly Finding[] => {
  const parsed = parse(withTier(edit));
  return parsed.ok ? [] : parsed.findings;
};

/** A declaration into which the lines of a fix are pasted. */
function pasted(fix: string, edit: (declaration: DeclarationInput) => unknown): DeclarationInput {
  const code = `({ ${fix.split('\n').slice(1).join('\n')}\n })`;
  const make: unknown = runInThisContext(`(${Object.keys(units).join(', ')}) => ${code}`);
  const lines: object = typeof make === 'function' ? make(...Object.values(units)) : {};
  return withTier((declaration) => {
    edit(declaration);
    Object.assign(declaration, lines);
  });
}

const standard = (declaration: DeclarationInput): void => {
  Object.assign(declaration.services, {
    stock: { ...stock(), tier: 'standard' },
    depot: { ...stock(), tier: 'standard' },
  });
};

test('a tier that nobody declares is one problem of all its services, with lines that declare the tier', () => {
  const [problem, ...others] = findingsOf(standard);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    path: 'services.stock.tier',
    code: 'config/tiers-are-declared',
    expected: 'one of the tiers critical',
    received: '"standard"',
    places: [{ path: 'services.stock.tier' }, { path: 'services.depot.tier' }],
    fix: expect.stringMatching(/^write 'critical', if that is meant, or declare the tier /),
  });
});

const withoutTiers = (declaration: DeclarationInput) =>
  Reflect.deleteProperty(declaration, 'tiers');

test('the tier may be one without any other', () => {
  const [problem, ...others] = findingsOf(withoutTiers);
  expect(others).toEqual([]);
  expect(problem?.path).toBe('services.stock.tier');
  expect(parse(pasted(problem?.fix ?? '', withoutTiers))).toMatchObject({ ok: true });
});

test.each<[string, (declaration: DeclarationInput) => unknown, string, string]>([
  [
    'a word that is no tier',
    ({ services }) => Object.assign(services['stock'] ?? {}, { tier: 'gold' }),
    'services.stock.tier',
    'write one of critical, important, standard',
  ],
  [
    'tiers of another kind',
    (declaration) => Object.assign(declaration, { tiers: ['critical'] }),
    'tiers',
    'write tiers: critical, important, standard',
  ],
  [
    'no tier, where tiers are declared',
    ({ services }) => Reflect.deleteProperty(services['stock'] ?? {}, 'tier'),
    'services.stock.tier',
    'declare it, as it is with you:',
  ],
])('%s is one problem, and no objective is missing', (_, edit, path, fix) => {
  expect(findingsOf(edit).map((one) => [one.path, one.fix.split('\n')[0]])).toEqual([[path, fix]]);
});

test('a service with objectives of its own needs no declared tier', () => {
  expect(
    findingsOf((declaration) => Reflect.deleteProperty(declaration.services, 'stock')),
  ).toEqual([]);
});

const sixLines = `services: {
  orders: {
    owner: 'checkout', // the team that answers for the service
    tier: 'critical',
    workloads: [{ kind: 'StatefulSet', name: 'orders', podLabels: { app: 'orders' } }],
    volumes: {
      data: { size: gib(20), content: 'postgres', claimLabels: { app: 'orders' }, backup: { method: 'snapshot' } },
    },
  },
},
`;

test.each([undefined, [], 'orders', 3])(
  'of services that are %j, the lines to paste are short',
  (services) => {
    const [problem, ...others] = findingsOf((declaration) =>
      Object.assign(declaration, { services }),
    );
    expect(others).toEqual([]);
    expect(problem?.fix).toContain(sixLines);
  },
);

test.each([[['critical']], ['critical'], [7]])(
  'of tiers that are %j, the lines to paste fit',
  (tiers) => {
    const edit = (declaration: DeclarationInput) => Object.assign(declaration, { tiers });
    const [problem] = findingsOf(edit);
    expect(parse(pasted(problem?.fix ?? '', edit))).toMatchObject({ ok: true });
  },
);

test('the lines of one service have its name', () => {
  const [problem] = findingsOf(({ services }) => Object.assign(services, { wiki: 'redis' }));
  expect(problem?.fix).toContain("wiki: {\n  owner: 'checkout',");
  expect(problem?.fix).toContain("name: 'wiki'");
});

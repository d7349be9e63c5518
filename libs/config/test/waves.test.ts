import { expect, test } from 'vitest';

import { waveOf, waves } from '../src/waves.ts';
import { primaryEnvironment } from './fixtures/declarations.ts';

const environment = primaryEnvironment(({ services }) => {
  const { shop } = services;
  if (!shop) throw new Error('the fixture has no shop');
  services['mail'] = { ...shop, namespace: 'office', tier: 'standard' };
  services['ledger'] = { ...shop, namespace: 'office', tier: 'important' };
  services['deployer'] = { ...shop, namespace: 'argocd', tier: 'critical' };
});

test('a namespace comes back with the most pressing of its services, and that of ArgoCD last', () => {
  const turns = Object.entries(environment.services).map(([name, service]) => [
    name,
    waveOf(environment, service),
  ]);
  expect(Object.fromEntries(turns)).toMatchObject({
    shop: 'critical',
    mail: 'important',
    ledger: 'important',
    deployer: 'last',
  });
  expect(waves).toEqual(['critical', 'important', 'standard', 'last']);
});

test('what nobody declares comes last', () => {
  expect(waveOf(environment, { namespace: 'elsewhere' })).toBe('last');
});

import { expect, test } from 'vitest';

import { renderedManifest } from '../src/scenarios/rendered-manifest.ts';

const step = {
  environment: 'production',
  workflow: 'back-up-before-change',
  template: 'back-up',
};

const values = {
  'workflow.parameters.application': 'orders',
  'workflow.parameters.namespace': 'orders',
  'inputs.parameters.ticket': 'CHANGE-1',
  'inputs.parameters.revision': '0123abc',
};

test('a step of a rendered runbook is filled in', () => {
  const { kind, metadata, spec } = renderedManifest(step, values);
  expect([kind, metadata.labels]).toEqual([
    'Backup',
    expect.objectContaining({ 'resilience-layer/ticket': 'CHANGE-1' }),
  ]);
  expect(spec).toMatchObject({ includedNamespaces: ['orders'] });
});

test('what nobody gives a value is an error', () => {
  expect(() => renderedManifest(step, {})).toThrow('nobody says what');
});

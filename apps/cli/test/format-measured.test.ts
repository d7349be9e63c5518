import { expect, test } from 'vitest';

import { formatMeasured } from '../src/status/format-measured.ts';
import type { Recovery } from '../src/status/recoveries.ts';

const recoveries: Recovery[] = ['orders', 'media'].map((service) => ({
  service,
  scenario: 'namespace-deletion',
  verdict: 'proved',
  waived: false,
  measured: { count: 0, of: 1, since: null },
}));

/** What is said where the evidence has this, and no recovery. */
const saidOf = (evidence: Partial<Parameters<typeof formatMeasured>[0]['evidence']>) =>
  formatMeasured({
    environment: 'staging',
    recoveries,
    evidence: { recovered: [], failed: [], notRead: [], isCut: false, ...evidence },
    notBackedUp: [],
    backups: { value: [] },
    findings: { unknown: 'nothing is rendered' },
    next: [],
  });

test('never is said only where all was read', () => {
  expect(saidOf({})).toContain('  orders, media: never measured');
  expect(saidOf({ isCut: true })).toContain(
    '  orders, media: not by the newest reports of each drill',
  );
  expect(saidOf({ notRead: [{ place: 's3://a', why: 'denied' }] })).toContain(
    '  orders, media: unknown',
  );
});

test('a drill whose newest run failed is named', () => {
  const finishedAt = '2026-11-03T07:00:00Z';
  const run = { drill: 'validation', workflow: 'v-1', finishedAt };
  expect(saidOf({ failed: [{ ...run, failedStep: 'verify' }] }).at(-1)).toBe(
    '  drill validation failed on 2026-11-03 in verify',
  );
  expect(saidOf({ failed: [{ ...run, drill: null, failedStep: null }] }).at(-1)).toBe(
    '  recovery v-1 failed on 2026-11-03',
  );
});

test('a recovery that took longer than promised says over what', () => {
  const measured = { declaredSeconds: 60, provedSeconds: 30 };
  const [, line] = saidOf({
    recovered: [
      {
        service: 'orders',
        scenario: 'namespace-deletion',
        recoveryTimeSeconds: 45,
        dataLossSeconds: null,
        drill: 'validation',
        workflow: 'v-1',
        finishedAt: '2026-11-01T07:00:00Z',
        address: 's3://a/b.json',
        rto: { ...measured, measuredSeconds: 45, over: 'the proof' },
        rpo: null,
      },
    ],
  });
  expect(line).toBe(
    '  orders: back in 45 s, over the proof; data of unknown age lost; namespace-deletion, drill validation, 2026-11-01',
  );
});

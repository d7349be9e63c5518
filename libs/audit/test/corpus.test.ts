import { formatDuration } from '@resilience/config/duration';
import { scenarios } from '@resilience/config/scenario';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { audit } from '../src/audit.ts';
import type { AuditResult, Outcome } from '../src/result.ts';
import { corpus, expectedOf, filesOf } from './read-corpus.ts';

test('the corpus has at least 40 folders', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(40);
});

test.each(some(corpus))('%s is judged as expected, row by row', (name) => {
  const result = audit({ files: filesOf(name) });
  expect({ rows: rowsOf(result), findings: findingsOf(result) }).toEqual(expectedOf(name));
});

const rowsOf = ({ namespaces }: AuditResult) =>
  Object.fromEntries(
    namespaces.map(({ name, disasters }) => [name, scenarios.map((one) => cell(disasters[one]))]),
  );

const findingsOf = ({ findings }: AuditResult): string[] =>
  findings.map(({ rule, file, line }) => `${rule} ${file}:${line}`).toSorted();

function cell(outcome: Outcome): string {
  if (outcome.outcome === 'nothing lost') return '-';
  if (outcome.outcome === 'no copy survives') return 'none';
  return outcome.outcome === 'loses' ? formatDuration(outcome) : '?';
}

import type { Finding } from '../problem.ts';
import { type Sources, writtenAt } from './source.ts';

/**
 * Findings of the declaration as understood, with places in the declaration as written. Many services have
 * what one tier says wrong: that is one place, of the tier.
 */
export function asWritten(findings: readonly Finding[], sources: Sources): Finding[] {
  const placed = findings.map(({ places, ...finding }) => {
    const path = writtenAt(sources, finding.path);
    const all = (places ?? []).map((one) => ({ ...one, path: writtenAt(sources, one.path) }));
    const distinct = unique(all);
    return { ...finding, path, ...(distinct.length > 1 && { places: distinct }) };
  });
  return unique(placed);
}

const unique = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

import type { AuditFinding, AuditResult } from '@resilience/audit/result';

export const nothingFound =
  'No Velero is described here: no Schedule, no BackupStorageLocation, no server, no values of its chart.';

/** How many findings a summary names; a screen has more than these lines. */
const shown = 8;

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** What is worst, in a few lines. */
export function summaryOf(result: AuditResult): string[] {
  const { namespaces, findings, version, schedules, locations, nodeAgent } = result;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const lost = (scenario: 'volume-corruption' | 'region-failure'): number =>
    namespaces.filter(({ disasters }) => disasters[scenario].outcome === 'no copy survives').length;
  return [
    `Velero ${version ?? 'of an unknown version'}: ${count(schedules.length, 'schedule')}, ${count(locations.length, 'location')}, ${nodeAgent ? 'with' : 'without'} node-agent`,
    namespaces.length === 0
      ? 'no namespace is described here'
      : `${count(namespaces.length, 'namespace')}: no whole copy of ${lost('volume-corruption')}; after a region failure, of ${lost('region-failure')}`,
    `${count(findings.length, 'finding')}: ${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}`,
    ...worst(findings),
  ];
}

function worst(findings: readonly AuditFinding[]): string[] {
  const lines = findings.slice(0, shown).map(({ subject, message }) => `  ${subject} ${message}`);
  const more = findings.length - lines.length;
  return more > 0 ? [...lines, `  and ${more} more, below`] : lines;
}

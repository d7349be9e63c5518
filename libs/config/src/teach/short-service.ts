import type { Finding } from '../problem.ts';
import { member } from './schema-at.ts';

/** The six lines of a service whose tier says the rest. */
const service = (name: string, tier: string): string[] => [
  "owner: 'checkout', // the team that answers for the service",
  `tier: '${tier}',`,
  `workloads: [{ kind: 'StatefulSet', name: '${name}', podLabels: { app: '${name}' } }],`,
  'volumes: {',
  `  data: { size: gib(20), content: 'postgres', claimLabels: { app: '${name}' }, backup: { method: 'snapshot' } },`,
  '},',
];

const block = (name: string, lines: readonly string[]): string[] => [
  `${name}: {`,
  ...lines.map((line) => `  ${line}`),
  '},',
];

/**
 * Findings of services that are missing or of another kind, with lines to paste that leave to a tier what it
 * says. Without tiers, a service says everything itself.
 *
 * @param input the declaration as written
 */
export function withShortServices(findings: readonly Finding[], input: unknown): Finding[] {
  const tiers = member(input, 'tiers');
  const [tier] = typeof tiers === 'object' && tiers !== null ? Object.keys(tiers) : [];
  return findings.map((finding) => {
    const [part, name = 'orders', ...inside] = finding.path.split('.');
    const isWhole = ['config/missing', 'config/invalid'].includes(finding.code);
    if (tier === undefined || part !== 'services' || inside.length > 0 || !isWhole) return finding;
    if (finding.message.startsWith('lacks')) return finding;
    const one = block(name, service(name, tier));
    const lines = finding.path === 'services' ? block('services', one) : one;
    const [first = ''] = finding.fix.split('\n');
    return {
      ...finding,
      fix: [
        first,
        ...lines,
        "// or, for a program with a preset: software: [postgresql({ … })], from '@resilience/config/presets/postgresql'",
      ].join('\n'),
    };
  });
}

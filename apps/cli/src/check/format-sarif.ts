import type { Reported, Result } from './reported.ts';

/** SARIF 2.1.0, as code scanning takes it. */
export function formatSarif(results: readonly Result[]): string {
  const findings = results.flatMap((result) => result.findings);
  const rules = new Map(findings.map((finding) => [finding.rule, finding]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'resilience',
            rules: [...rules.values()].map(({ rule, why, source }) => ({
              id: rule,
              shortDescription: { text: why },
              ...(source.startsWith('https:') && { helpUri: source }),
            })),
          },
        },
        results: findings.map(resultOf),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const resultOf = (finding: Reported) => ({
  ruleId: finding.rule,
  level: finding.severity,
  message: {
    text: `${finding.subject} ${finding.message}: expected ${finding.expected}, received ${finding.received}`,
  },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: finding.file },
        region: { startLine: finding.line },
      },
    },
  ],
  ...(finding.waivedBy !== undefined && { suppressions: [{ kind: 'external' }] }),
});

import type { FoundAt, Reported, Result } from './reported.ts';

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
  locations: [locationOf(finding)],
  relatedLocations: related(finding),
  ...(finding.waivedBy !== undefined && { suppressions: [{ kind: 'external' }] }),
});

/** The other places, and the place that declares the cause. */
const related = ({ places, declared, declaredAt }: Reported) =>
  [
    ...places.slice(1).map((one) => ({ at: one, text: one.subject })),
    ...(declared ? [{ at: declared, text: `declared at ${declaredAt}` }] : []),
  ].map(({ at, text }, index) => ({ id: index + 1, ...locationOf(at), message: { text } }));

const locationOf = ({ file, line, column }: Omit<FoundAt, 'subject'>) => ({
  physicalLocation: {
    artifactLocation: { uri: file },
    region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
  },
});

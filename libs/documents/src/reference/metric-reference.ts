import { knownMetrics } from '@resilience/cluster/known-metrics';
import { records } from '@resilience/cluster/records';
import type { Environment } from '@resilience/config/environment';
import { markdownFile, markdownTable } from '@resilience/render/markdown-file';
import type { RenderedFile } from '@resilience/render/rendered-file';

/** docs/reference/metrics.md: every series that alerts and dashboards read. */
export const metricReference = (environments: readonly Environment[]): RenderedFile =>
  markdownFile('metrics.md', [
    '# Metrics',
    'What the alerts and dashboards of the layer read. Every recorded series carries `environment`.',
    '## Recorded',
    'Recording rules of your environments compute these; build your own panels on them.',
    markdownTable([
      ['Series', 'Labels that the rule adds', 'Says'],
      ...records.flatMap((family) => recorded(family, environments)),
    ]),
    '## Scraped',
    markdownTable([
      ['Metric', 'Type', 'Labels', 'From'],
      ...Object.entries(knownMetrics).map(([name, { type, labels, source }]) => [
        `\`${name}\``,
        type,
        labels.map((label) => `\`${label}\``).join(', '),
        source,
      ]),
    ]),
  ]);

/** A row for each series of a family, with the labels that its rules add. */
function recorded(
  { about, rules }: (typeof records)[number],
  environments: readonly Environment[],
): string[][] {
  const labelsOf = new Map<string, ReadonlySet<string>>();
  for (const { record, labels = {} } of environments.flatMap((one) => rules(one))) {
    labelsOf.set(record, new Set([...(labelsOf.get(record) ?? []), ...Object.keys(labels)]));
  }
  return [...labelsOf].map(([record, labels]) => [
    `\`${record}\``,
    [...labels].map((label) => `\`${label}\``).join(', '),
    about,
  ]);
}

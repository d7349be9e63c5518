import { alerts } from '@resilience/cluster/alerts';
import { markdownFile, markdownTable } from '@resilience/render/markdown-file';
import type { RenderedFile } from '@resilience/render/rendered-file';

/** docs/reference/alerts.md: every alert, who is notified, and the metrics that the alert needs. */
export const alertReference = (): RenderedFile =>
  markdownFile('alerts.md', [
    '# Alerts',
    'The alerts that can be rendered; which ones an environment has depends on its declaration. `notifications.severities` of the declaration says which channels each severity goes to. An alert is silent without its metrics: then `ResilienceMetricsMissing` fires. Each page says what the alert means and what to do.',
    markdownTable([
      ['Alert', 'Severity', 'About', 'Needs'],
      ...alerts.map(({ name, severity, component, needs }) => [
        `[${name}](../runbooks/${name}.md)`,
        severity,
        component,
        needs.map((metric) => `\`${metric}\``).join(', '),
      ]),
    ]),
  ]);

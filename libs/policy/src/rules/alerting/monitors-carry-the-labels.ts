import { z } from 'zod';

import type { Selector } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

const monitors: Selector = (rendered) => [
  ...rendered.of('monitoring.coreos.com/ServiceMonitor'),
  ...rendered.of('monitoring.coreos.com/PodMonitor'),
];

const monitor = z.looseObject({
  metadata: z.looseObject({ labels: z.record(z.string(), z.string()).default({}) }),
});

export const monitorsCarryTheLabels = rule({
  id: 'alerting/monitors-carry-the-labels',
  severity: 'error',
  why: 'The Prometheus of kube-prometheus-stack passes over monitors of which it knows no release, and says nothing.',
  source:
    'https://github.com/prometheus-community/helm-charts/blob/main/charts/kube-prometheus-stack/values.yaml',
  declaredAt: 'monitoring.labels',
  appliesTo: monitors,
  shape: monitor,
  check: ({ metadata: { labels } }, { rendered }) => {
    const releases = new Set(
      monitors(rendered).map(({ value }) => monitor.parse(value).metadata.labels['release']),
    );
    if (labels['release'] !== undefined && releases.size === 1) return [];
    return [
      violation('is of another release, or of none', {
        at: ['metadata', 'labels'],
        expected: 'the label release, the same on all monitors',
        received: labels['release'],
      }),
    ];
  },
});

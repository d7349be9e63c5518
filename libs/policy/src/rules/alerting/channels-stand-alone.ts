import { alertmanagerConfig, secretsNamed } from '../../detect/routes.ts';
import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const channelsStandAlone = rule({
  id: 'alerting/channels-stand-alone',
  severity: 'error',
  why: 'The operator leaves out the whole of an AlertmanagerConfig that names a missing Secret: one channel without its Secret silences all others in it.',
  source:
    'https://github.com/prometheus-operator/prometheus-operator/blob/v0.85.0/pkg/alertmanager/operator.go#L1088',
  declaredAt: 'apps/cluster/src/charts/resilience-routing.ts',
  appliesTo: kind('monitoring.coreos.com/AlertmanagerConfig'),
  shape: alertmanagerConfig,
  check: (config) => {
    const names = secretsNamed(config);
    if (names.length <= 1) return [];
    return [
      violation('depends on several Secrets', {
        at: ['spec', 'receivers'],
        expected: 'an AlertmanagerConfig for each Secret',
        received: names,
      }),
    ];
  },
});

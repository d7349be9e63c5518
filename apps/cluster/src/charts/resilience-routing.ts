import type { IAlertmanagerConfig } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/AlertmanagerConfig';
import { usedChannels } from '@resilience/config/channels';
import type { Environment } from '@resilience/config/environment';
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

import { channelRouting } from '../routing/channel-routing.ts';
import { heartbeatRouting } from '../routing/heartbeat.ts';
import { inhibitRules } from '../routing/inhibit-rules.ts';
import { ResilienceChart } from './resilience-chart.ts';

/**
 * Who is notified of which alert, and how. The operator leaves out the whole of an AlertmanagerConfig
 * that names a missing Secret: each channel has one of its own, so that no other channel depends on it.
 */
export class ResilienceRouting extends ResilienceChart {
  constructor(scope: Construct, { name, monitoring, notifications }: Environment) {
    super(scope, 'resilience-routing');
    const add = (object: string, spec: IAlertmanagerConfig['spec']): void => {
      new ApiObject(this, object, {
        // The version that the operator reads; the newer one would need its conversion webhook.
        apiVersion: 'monitoring.coreos.com/v1alpha1',
        kind: 'AlertmanagerConfig',
        metadata: { name: object, labels: monitoring.labels },
        spec,
      });
    };
    add('resilience', { inhibitRules: inhibitRules() });
    add('resilience-heartbeat', heartbeatRouting(name, notifications));
    for (const used of usedChannels(notifications)) {
      add(`resilience-channel-${used.name}`, channelRouting(name, notifications, used));
    }
  }
}

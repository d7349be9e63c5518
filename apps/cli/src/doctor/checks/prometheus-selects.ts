import { z } from 'zod';

import { UnknownKind } from '../../kubernetes/kubectl.ts';
import type { DoctorCheck, DoctorContext, Found } from '../doctor-check.ts';
import { type LabelSelector, labelSelector, unmet } from '../label-selector.ts';

/** By the kind that each of them takes. */
const selectors = {
  PrometheusRule: 'ruleSelector',
  ServiceMonitor: 'serviceMonitorSelector',
  PodMonitor: 'podMonitorSelector',
} as const;

const namespaceSelectors = {
  PrometheusRule: 'ruleNamespaceSelector',
  ServiceMonitor: 'serviceMonitorNamespaceSelector',
  PodMonitor: 'podMonitorNamespaceSelector',
} as const;

type Kind = keyof typeof selectors;

const kinds: readonly Kind[] = ['PrometheusRule', 'ServiceMonitor', 'PodMonitor'];

const prometheuses = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string() }),
      spec: z.object({
        ruleSelector: labelSelector.optional(),
        ruleNamespaceSelector: labelSelector.optional(),
        serviceMonitorSelector: labelSelector.optional(),
        serviceMonitorNamespaceSelector: labelSelector.optional(),
        podMonitorSelector: labelSelector.optional(),
        podMonitorNamespaceSelector: labelSelector.optional(),
      }),
    }),
  ),
});

type Prometheus = z.output<typeof prometheuses>['items'][number];

/** Prometheus takes the rules and monitors that are rendered, by their labels and their namespace. */
export const prometheusSelects: DoctorCheck = {
  group: 'cluster',
  name: 'selectors of Prometheus',
  examine: async (context) => {
    const { namespace } = context.environment.monitoring;
    const items = await prometheusesIn(context, namespace);
    if (items === undefined) return [];
    if (items.length === 0) {
      return [
        {
          subject: 'Prometheus',
          state: 'wrong',
          found: `none in the namespace ${namespace}`,
          fix: 'install kube-prometheus-stack there, or correct monitoring.namespace: no alert fires',
        },
      ];
    }
    return items.flatMap((item) =>
      kinds
        .filter((kind) => context.objects.some((object) => object.kind === kind))
        .map((kind) => judge(item, kind, context)),
    );
  },
};

/** @returns undefined where the operator is missing, which the check of definitions says */
async function prometheusesIn(
  { kubectl }: DoctorContext,
  namespace: string,
): Promise<readonly Prometheus[] | undefined> {
  try {
    const words = ['get', 'prometheuses.monitoring.coreos.com', '--namespace', namespace];
    return prometheuses.parse(await kubectl.json(words)).items;
  } catch (error) {
    if (error instanceof UnknownKind) return undefined;
    throw error;
  }
}

function judge({ metadata, spec }: Prometheus, kind: Kind, context: DoctorContext): Found {
  const { labels, namespace } = context.environment.monitoring;
  const subject = `${selectors[kind]} of ${metadata.name}`;
  const selector = spec[selectors[kind]];
  if (!selector) {
    const fix = `set ${selectors[kind]}: {} in the Prometheus ${metadata.name}`;
    return { subject, state: 'wrong', found: 'is absent, and takes nothing', fix };
  }
  const asked = unmet(selector, labels);
  if (asked.length > 0) return unlike(subject, asked, selector);
  const isElsewhere = context.objects.some(
    (object) => object.kind === kind && object.namespace !== namespace,
  );
  if (isElsewhere && !spec[namespaceSelectors[kind]]) {
    return {
      subject,
      state: 'wrong',
      found: `takes objects only of its own namespace ${namespace}`,
      fix: `set ${namespaceSelectors[kind]}: {} in the Prometheus ${metadata.name}`,
    };
  }
  return { subject, state: 'ok', found: 'takes what is rendered' };
}

function unlike(subject: string, asked: readonly string[], { matchLabels }: LabelSelector): Found {
  const wanted = Object.entries(matchLabels).map(([key, value]) => `'${key}': '${value}'`);
  return {
    subject,
    state: 'wrong',
    found: `asks for ${asked.join(', ')}`,
    fix:
      wanted.length > 0
        ? `declare monitoring.labels: { ${wanted.join(', ')} }`
        : 'declare monitoring.labels that it takes',
  };
}

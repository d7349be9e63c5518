import { z } from 'zod';

import { runs, specOf, workflow } from '../../detect/workflows.ts';
import type { Rendered, RenderedObject } from '../../rendered.ts';
import { rule, type Violation, violation } from '../../rule.ts';

const annotated = z
  .looseObject({ annotations: z.record(z.string(), z.unknown()).optional() })
  .optional();
const podTemplate = z.looseObject({
  spec: z.looseObject({ template: z.looseObject({ metadata: annotated }) }),
});
const workflowSpec = z.looseObject({ podMetadata: annotated });
const configMap = z.looseObject({ data: z.record(z.string(), z.string()) });
const settings = z.looseObject({ podAnnotations: z.record(z.string(), z.unknown()).optional() });

/** Settings of Velero for the pods that it makes itself: ConfigMaps that its arguments name, and their keys. */
const settingsOfPods: Readonly<Record<string, string>> = {
  'node-agent': 'node-agent.json',
  'repository-maintenance': 'global',
};

interface Pods {
  readonly at: readonly PropertyKey[];
  readonly annotations: Readonly<Record<string, unknown>>;
}

export const workKeepsItsNode = rule({
  id: 'recovery/work-keeps-its-node',
  severity: 'error',
  why: 'A node that is taken away to save money takes a backup, a restore or a step of a recovery with it.',
  source: 'https://karpenter.sh/docs/concepts/disruption/#pod-level-controls',
  declaredAt: 'libs/config/src/undisrupted.ts',
  appliesTo: (rendered) => [
    ...rendered.of('apps/Deployment'),
    ...rendered.of('apps/DaemonSet'),
    ...ofPods(rendered),
    ...runs(rendered),
  ],
  shape: z.looseObject({}),
  check: (_, { object }) => {
    const pods = podsOf(object);
    return object.kind === 'apps/DaemonSet' ? keepsEveryNode(pods) : keepsNoNode(pods);
  },
});

const ofPods = (rendered: Rendered): RenderedObject[] =>
  rendered.of('v1/ConfigMap').filter(({ name }) => settingsOfPods[name] !== undefined);

function podsOf({ kind, name, value }: RenderedObject): Pods {
  if (kind === 'v1/ConfigMap') {
    const key = settingsOfPods[name] ?? '';
    const text = configMap.parse(value).data[key] ?? '{}';
    const { podAnnotations = {} } = settings.parse(JSON.parse(text));
    return { at: ['data', key], annotations: podAnnotations };
  }
  if (kind.startsWith('argoproj.io/')) {
    const { spec, at } = specOf(workflow.parse(value));
    const { podMetadata } = workflowSpec.parse(spec);
    return { at: [...at, 'podMetadata'], annotations: podMetadata?.annotations ?? {} };
  }
  const { metadata } = podTemplate.parse(value).spec.template;
  return { at: ['spec', 'template', 'metadata'], annotations: metadata?.annotations ?? {} };
}

const wanted: readonly (readonly [string, string])[] = [
  ['karpenter.sh/do-not-disrupt', 'true'],
  ['cluster-autoscaler.kubernetes.io/safe-to-evict', 'false'],
];

const keepsNoNode = ({ at, annotations }: Pods): Violation[] =>
  wanted
    .filter(([name, value]) => annotations[name] !== value)
    .map(([name, value]) =>
      violation('has pods whose node may be taken away under them', {
        at,
        expected: `the annotation ${name}: "${value}"`,
        received: annotations[name],
      }),
    );

/** They are on every node, and leave with it. */
const keepsEveryNode = ({ at, annotations }: Pods): Violation[] =>
  wanted
    .filter(([name, value]) => annotations[name] === value)
    .map(([name]) =>
      violation('keeps every node from being taken away', {
        at,
        expected: `no annotation ${name}`,
        received: annotations[name],
      }),
    );

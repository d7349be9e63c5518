import type { Played, Ran } from './play.ts';

/** A played run as Argo's controller would have written it down, a minute for each step. */
export const recorded = (name: string, { ran }: Played) => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Workflow',
  metadata: { name, namespace: 'velero' },
  status: {
    phase: 'Running',
    startedAt: at(0),
    nodes: Object.fromEntries([
      [
        'dag',
        { id: 'dag', name, displayName: name, type: 'DAG', phase: 'Running', startedAt: at(0) },
      ],
      ...ran.flatMap((step, index) => nodes(step, index)),
    ]),
  },
});

const at = (minute: number): string =>
  `${new Date(Date.UTC(2026, 10, 25, 6, minute)).toISOString().slice(0, 19)}Z`;

/** A step that was tried again has a node for each try, and one for all. */
function nodes(step: Ran, index: number): [string, object][] {
  const { phase, outputs, suspended, template } = step;
  const node = {
    id: `n${index}`,
    displayName: expanded.has(template) ? `${step.step}(${index}:check:x)` : step.step,
    templateName: template,
    type: suspended ? 'Suspend' : 'Pod',
    phase,
    startedAt: at(index),
    finishedAt: at(index + 1),
    outputs: {
      parameters: Object.entries({
        ...outputs,
        // Also of a step that fails; what it prints is kept only where another step asks for it.
        ...(template === 'verify' && { finding: JSON.stringify(finding(step)) }),
      }).map(([key, value]) => ({ name: key, value })),
    },
  };
  if (step.step !== 'plan') return [[node.id, node]];
  const first = { ...node, id: 'n-first', displayName: 'plan(0)', phase: 'Failed' };
  return [
    [first.id, { ...first, outputs: {}, nodeFlag: { retried: true } }],
    [node.id, { ...node, type: 'Retry' }],
  ];
}

/** Made once for each of a list. */
const expanded: ReadonlySet<string> = new Set([
  'restore',
  'restore-copy',
  'verify',
  'publish-measurement',
]);

/** The line that verify.sh leaves. */
const finding = ({ inputs, phase }: Ran) => ({
  ...(JSON.parse(inputs['check'] ?? '{}') as object),
  subject: 'orders: orders',
  verified: phase === 'Succeeded',
  expected: 'at least 100 rows',
  received: phase === 'Succeeded' ? '4711' : '0',
  detail: '',
  seconds: 3,
});

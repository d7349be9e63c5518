import { waitUntil } from '../../wait-until.ts';
import type { Argo } from './argo.ts';
import { ask, runsPath } from './ask.ts';

/** A run, as far as it is looked at. */
export interface Workflow {
  readonly metadata: { readonly name: string };
  readonly status?: {
    readonly phase?: string;
    readonly message?: string;
    readonly nodes?: Readonly<Record<string, Step>>;
  };
}

export interface Step {
  readonly displayName: string;
  readonly templateName?: string;
  readonly type: string;
  readonly phase?: string;
  readonly message?: string;
  /** RFC 3339. */
  readonly startedAt?: string;
  readonly finishedAt?: string | null;
  readonly outputs?: {
    readonly parameters?: readonly { readonly name: string; readonly value?: string }[];
  };
}

interface Source {
  readonly kind: 'WorkflowTemplate' | 'CronWorkflow';
  readonly name: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** @returns the name of the run */
export async function submit(argo: Argo, { kind, name, parameters = {} }: Source): Promise<string> {
  const { metadata } = await call<Workflow>(argo, 'POST', `${runsPath}/submit`, {
    namespace: 'velero',
    resourceKind: kind,
    resourceName: name,
    submitOptions: {
      parameters: Object.entries(parameters).map(([key, value]) => `${key}=${value}`),
    },
  });
  return metadata.name;
}

/** @returns the name of a run that is of no template */
export async function create(argo: Argo, generateName: string, spec: object): Promise<string> {
  const { metadata } = await call<Workflow>(argo, 'POST', runsPath, {
    namespace: 'velero',
    workflow: { metadata: { generateName }, spec },
  });
  return metadata.name;
}

export const look = (argo: Argo, name: string): Promise<Workflow> =>
  call<Workflow>(argo, 'GET', `${runsPath}/${name}`);

/** Waits until something holds of a run: it is large, and costs servers more than what they are waited for. */
export const waitFor = <Seen>(
  argo: Argo,
  { name, what, limit }: { readonly name: string; readonly what: string; readonly limit: number },
  seen: (workflow: Workflow) => Seen | false | undefined,
): Promise<Seen> =>
  waitUntil(`${name} ${what}`, limit, async () => seen(await look(argo, name)), 1_000);

/** @throws where a run has failed */
export function assertGoesOn({ status }: Workflow): void {
  if (status?.phase === 'Failed' || status?.phase === 'Error') throw new Error(status.message);
}

/** Waits until a step waits for a person, and lets it go on. */
export async function approve(
  argo: Argo,
  name: string,
  step: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<void> {
  await waitFor(argo, { name, what: `waits at ${step}`, limit: 900_000 }, (workflow) => {
    assertGoesOn(workflow);
    return stepsOf(workflow.status).some(
      ({ displayName, phase }) => displayName === step && phase === 'Running',
    );
  });
  await call(argo, 'PUT', `${runsPath}/${name}/set`, {
    namespace: 'velero',
    name,
    nodeFieldSelector: `displayName=${step}`,
    outputParameters: JSON.stringify(parameters),
    phase: 'Succeeded',
  });
}

/** Ends a run; what it does at its end is done. */
export const stopWorkflow = (argo: Argo, name: string): Promise<Workflow> =>
  call(argo, 'PUT', `${runsPath}/${name}/stop`, { namespace: 'velero', name });

/** @returns the run, when it has ended, whatever became of it */
export const ended = (argo: Argo, name: string, limit = 900_000): Promise<Workflow> =>
  waitFor(argo, { name, what: 'has ended', limit }, (workflow) => {
    const { phase = '' } = workflow.status ?? {};
    return ['Succeeded', 'Failed', 'Error'].includes(phase) && workflow;
  });

const stepsOf = (status: Workflow['status']): readonly Step[] => Object.values(status?.nodes ?? {});

/** The first step of that name, which a list may follow. */
export const stepOf = (status: Workflow['status'], name: string): Step | undefined =>
  stepsOf(status).find(({ displayName }) => displayName.split('(')[0] === name);

/** What went wrong in a run, a line a step. */
export const failuresOf = ({ status }: Workflow): string =>
  stepsOf(status)
    .filter(({ phase, type }) => type !== 'DAG' && (phase === 'Failed' || phase === 'Error'))
    .map(({ displayName, message }) => `${displayName}: ${message ?? ''}`)
    .join('\n');

async function call<Result>(
  { url, token }: Argo,
  method: string,
  path: string,
  body?: object,
): Promise<Result> {
  const { status, text } = await ask(`${url}${path}`, {
    method,
    ...(body && { body }),
    ...(token !== undefined && { token }),
  });
  if (status >= 300) throw new Error(`${method} ${path}: ${text}`);
  return JSON.parse(text) as Result;
}

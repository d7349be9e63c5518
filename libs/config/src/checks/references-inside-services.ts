import type { Finding } from '../problem.ts';
import type { Service } from '../schema/declaration.ts';
import { correctName } from '../teach/nearest.ts';
import type { Check } from './check.ts';

/** Hooks and verification name workloads and volumes of their own service, and only one each. */
export const referencesInsideServices: Check = ({ services }) =>
  Object.entries(services).flatMap(([name, service]) =>
    referencesOf(service)
      .filter(({ target, known }) => known.filter((one) => one === target).length !== 1)
      .map((reference) => ({
        path: `services.${name}.${reference.path}`,
        code: 'config/references-inside-services',
        received: `"${reference.target}"`,
        ...(reference.known.includes(reference.target) ? ambiguous(reference) : unknown(reference)),
      })),
  );

type Described = Pick<Finding, 'message' | 'expected' | 'fix'>;

const unknown = ({ kind, known, target }: Reference): Described => ({
  message: `is not a ${kind} of the service`,
  expected: known.length > 0 ? `one of ${known.join(', ')}` : `a declared ${kind}`,
  fix: correctName(target, known, `declare the ${kind}`),
});

/** The first would be taken, and the hook never run in the pods of the other. */
const ambiguous = ({ kind }: Reference): Described => ({
  message: `is more than one ${kind} of the service`,
  expected: `a ${kind} with a name of its own`,
  fix: 'give each a name of its own, or declare the others as a service of their own',
});

interface Reference extends Pick<Finding, 'path'> {
  readonly kind: 'workload' | 'volume';
  readonly target: string;
  readonly known: readonly string[];
}

function referencesOf(service: Service): Reference[] {
  const workload = { kind: 'workload', known: service.workloads.map(({ name }) => name) } as const;
  const volume = { kind: 'volume', known: Object.keys(service.volumes) } as const;
  return [
    ...service.hooks.map((hook, index) => ({
      ...workload,
      path: `hooks[${index}].workload`,
      target: hook.workload,
    })),
    ...service.verification.flatMap((check, index): Reference[] => {
      const path = `verification[${index}]`;
      return [
        ...('workload' in check
          ? [{ ...workload, path: `${path}.workload`, target: check.workload }]
          : []),
        ...('volume' in check ? [{ ...volume, path: `${path}.volume`, target: check.volume }] : []),
      ];
    }),
  ];
}

import type { Finding } from '../problem.ts';
import type { Service } from '../schema/declaration.ts';
import type { Check } from './check.ts';

/** Hooks and verification name workloads and volumes of their own service. */
export const referencesInsideServices: Check = ({ services }) =>
  Object.entries(services).flatMap(([name, service]) =>
    referencesOf(service)
      .filter(({ target, known }) => !known.includes(target))
      .map(({ path, kind, target, known }) => ({
        path: `services.${name}.${path}`,
        code: 'config/references-inside-services',
        message: `is not a ${kind} of the service`,
        expected: known.length > 0 ? `one of ${known.join(', ')}` : `a declared ${kind}`,
        received: `"${target}"`,
        fix: `correct the name or declare the ${kind}`,
      })),
  );

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

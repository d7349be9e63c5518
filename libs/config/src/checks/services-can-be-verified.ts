import type { Check } from './check.ts';

/** A restore of which nothing is looked at would always count as complete. */
export const servicesCanBeVerified: Check = ({ services }) =>
  Object.entries(services)
    .filter(([, { workloads, volumes, verification }]) => {
      const held = Object.values(volumes).filter(({ backup }) => backup.method !== 'skip');
      return workloads.length + held.length + verification.length === 0;
    })
    .map(([name]) => ({
      path: `services.${name}`,
      code: 'config/services-can-be-verified',
      message: 'says nothing that can be looked at after a restore',
      expected: 'a workload, a volume that is backed up, or a check',
      received: 'none of them',
      fix: "declare what runs or holds data, or a check such as verification: [{ check: 'objects', resource: 'secrets', atLeast: 1 }]",
    }));

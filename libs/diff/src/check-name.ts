import type { Service } from '@resilience/config/declaration';

type Check = Service['verification'][number];

/** How a sentence names a check; two of one name in a service are told apart by their order. */
export function checkName(check: Check): string {
  if ('table' in check) return `${check.check} of the table ${check.table}`;
  if (check.check === 'integrity') return `integrity of the database ${check.database}`;
  if (check.check === 'checksums') return `checksums of the volume ${check.volume}`;
  if (check.check === 'command') return `command ${check.name}`;
  return check.check === 'http' ? `HTTP ${check.path}` : `number of ${check.resource}`;
}

/** Each check of each service, by an identity that survives a change of its order. */
export const checksOf = (services: Readonly<Record<string, Service>>) =>
  Object.entries(services).flatMap(([service, { verification }]) =>
    verification.map((check, index) => {
      const earlier = verification.slice(0, index);
      const same = earlier.filter((one) => checkName(one) === checkName(check)).length;
      return {
        check,
        guard: {
          path: `services.${service}.verification`,
          id: `${checkName(check)} ${same}`,
          within: [`services.${service}`],
          subject: `${checkName(check)} in ${service}`,
        },
      };
    }),
  );

import type { Finding } from '../problem.ts';
import { schemaFindings } from '../schema-findings.ts';
import { notBackedUp as schema } from '../schema/not-backed-up.ts';
import { isWritten, type Written, writtenIn } from './records.ts';
import { resolveService } from './service.ts';
import { joined, type Sources } from './source.ts';
import { tierNameOf } from './tier-of.ts';
import { resolveSchedules } from './tier-schedules.ts';
import { withoutTier } from './undeclared-tier.ts';

/** A service whose namespace no backup holds, and why that is right. */
export interface NotBackedUp {
  readonly namespace: string;
  readonly reason: string;
}

/** A declaration in which each service says everything itself, as far as it could be resolved. */
export interface Resolved {
  readonly input: unknown;
  /** By service. */
  readonly notBackedUp: Readonly<Record<string, NotBackedUp>>;
  readonly sources: Sources;
  /** In places of what is written, as no other place is known of these. */
  readonly findings: readonly Finding[];
}

/**
 * Fills in what a declaration says once for many services, and notes of each value where it comes from. What
 * has not the form that is expected stays as it is: the schema says so.
 */
export function resolve(input: unknown): Resolved {
  if (!isWritten(input)) return { input, notBackedUp: {}, sources: {}, findings: [] };
  const { services: written } = input;
  if (written !== undefined && !isWritten(written))
    return { input, notBackedUp: {}, sources: {}, findings: [] };
  const tiers = writtenIn(input['tiers']);
  const [left, kept] = apart(written ?? {});
  const services = Object.entries(kept).map(([name, service]) => ({
    name,
    ...(isWritten(service)
      ? withoutTier(input['tiers'], name, resolveService(name, service, tierOf(service, tiers)))
      : { service, sources: {}, findings: [] }),
  }));
  const { schedules, ...ofSchedules } = resolveSchedules({
    schedules: input['schedules'],
    tiers,
    services: kept,
  });
  const ofLeft = Object.entries(left).map(([name, service]) => understand(name, service));
  return {
    input: {
      ...input,
      ...(schedules === undefined ? {} : { schedules }),
      ...(written === undefined
        ? {}
        : { services: Object.fromEntries(services.map(({ name, service }) => [name, service])) }),
    },
    notBackedUp: Object.fromEntries(ofLeft.flatMap(({ entry }) => (entry ? [entry] : []))),
    sources: joined([ofSchedules, ...services, ...ofLeft].map(({ sources }) => sources)),
    findings: [
      ...ofLeft.flatMap(({ findings }) => findings),
      ...services.flatMap(({ findings }) => findings),
      ...ofSchedules.findings,
    ],
  };
}

/** The services that are not backed up, and the others. */
function apart(services: Written): [Written, Written] {
  const entries = Object.entries(services);
  return [
    Object.fromEntries(entries.filter(([, service]) => isLeft(service))),
    Object.fromEntries(entries.filter(([, service]) => !isLeft(service))),
  ];
}

const isLeft = (service: unknown): boolean => isWritten(service) && 'notBackedUp' in service;

function tierOf(service: Written, tiers: Written) {
  const name = tierNameOf(service);
  if (name === undefined || !Object.hasOwn(tiers, name)) return undefined;
  const declared = tiers[name];
  return isWritten(declared) ? { name, declared } : undefined;
}

interface Understood {
  readonly entry?: readonly [string, NotBackedUp];
  readonly sources: Sources;
  readonly findings: readonly Finding[];
}

function understand(name: string, written: unknown): Understood {
  const own = writtenIn(written);
  const input = { namespace: name, ...own };
  const sources = own['namespace'] === undefined ? namespaceOf(name) : {};
  const parsed = schema.safeParse(input);
  if (parsed.success) {
    const { namespace, notBackedUp: reason } = parsed.data;
    return { entry: [name, { namespace, reason }], sources, findings: [] };
  }
  return {
    sources,
    findings: schemaFindings(schema, input).map((finding) => ({
      ...finding,
      path: `services.${name}.${finding.path}`,
    })),
  };
}

/** The namespace of a service that declares none. */
const namespaceOf = (service: string): Sources => {
  const at = `services.${service}.namespace`;
  return { [at]: { from: 'derived', at, note: "the service's name" } };
};

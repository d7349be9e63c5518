import type { Finding } from '../problem.ts';
import { scenarios } from '../schema/scenario.ts';
import { tiers as schema } from '../schema/tier.ts';
import { exampleMembers } from '../teach/example.ts';
import { days } from '../units/duration.ts';
import { isWritten, writtenIn } from './records.ts';
import type { ResolvedService } from './service.ts';
import { tierNameOf } from './tier-of.ts';

/**
 * A service that leaves its objectives to a tier that is not there. The tier is what is missing, and not the
 * objectives of each of its services: these get objectives that every schedule holds.
 *
 * @param tiers as written, of whatever form
 */
export function withoutTier(
  tiers: unknown,
  name: string,
  resolved: ResolvedService,
): ResolvedService {
  const { service, findings } = resolved;
  const isLeftToTier = service['objectives'] === undefined;
  const saysTier = service['tier'] !== undefined || isWritten(tiers);
  if (!isLeftToTier || !saysTier) return resolved;
  const tier = tierNameOf(service);
  const declared = writtenIn(tiers);
  // A tier, or tiers, of another form is one problem already, as is a word that is no tier.
  const isKnown = tiers !== undefined && (!isWritten(tiers) || Object.hasOwn(declared, tier ?? ''));
  return {
    ...resolved,
    service: { ...service, objectives: heldByAll },
    findings:
      tier === undefined || isKnown
        ? findings
        : [...findings, undeclared(`services.${name}.tier`, tier, Object.keys(declared))],
  };
}

const heldByAll = Object.fromEntries(
  scenarios.map((scenario) => [scenario, { rpo: days(36_500), rto: days(36_500) }]),
);

function undeclared(path: string, tier: string, declared: readonly string[]): Finding {
  const instead = declared.map((name) => `'${name}'`).join(' or ');
  const lines = exampleMembers(schema, [tier]);
  return {
    path,
    code: 'config/tiers-are-declared',
    message: 'names a tier that nobody declares, and the service has no objectives of its own',
    expected: declared.length > 0 ? `one of the tiers ${declared.join(', ')}` : `tiers.${tier}`,
    received: `"${tier}"`,
    fix: `${instead === '' ? '' : `write ${instead}, if that is meant, or `}declare the tier for all environments in environments/organisation.ts, as it is with you:\n${['tiers: {', ...lines.map((line) => `  ${line}`), '},'].join('\n')}`,
  };
}

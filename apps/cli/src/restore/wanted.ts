import type { Declaration, Service } from '@resilience/config/declaration';
import type { Environment } from '@resilience/config/environment';
import type { RestoreRunbook } from '@resilience/workflows/restored-scenario';

import { notBackedUpOrUnknown } from '../not-backed-up.ts';
import { instant, labels, resourceKinds } from './forms.ts';

export interface PlanFlags {
  readonly env: string;
  readonly services?: string;
  readonly namespace?: string;
  readonly kinds?: string;
  readonly selector?: string;
  readonly volume?: string;
  readonly before?: string;
  readonly disasterAt?: string;
  readonly backup?: string;
  readonly intoQuarantine?: boolean;
  readonly context?: string;
}

/** Who approved it, and which application is paused: of a run alone. */
interface Flags extends PlanFlags {
  readonly approvedBy?: string;
  readonly application?: string;
}

/** What is to be restored, as a runbook takes it. */
export interface Wanted {
  readonly runbook: RestoreRunbook;
  readonly services: readonly string[];
  readonly kinds: string;
  readonly selector: string;
  readonly volume: string;
  readonly backup: string;
  readonly before: string;
  /** Empty where nothing was lost. */
  readonly disasterAt: string;
  /** All parameters of the runbook. */
  readonly parameters: Readonly<Record<string, string>>;
}

export type Understood =
  | { readonly ok: true; readonly wanted: Wanted }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads what was asked for; tells all that is wrong with it at once. */
export function understand(environment: Environment, flags: Flags): Understood {
  const { source } = environment.backups;
  const { services, problems } = namedServices(source, flags);
  const all = [
    ...problems,
    ...volumeProblems(source.services, services, flags),
    ...formProblems(flags),
  ];
  return all.length > 0
    ? { ok: false, problems: all }
    : { ok: true, wanted: toWanted(services, flags) };
}

type Services = Readonly<Record<string, Service>>;

interface Named {
  readonly services: readonly string[];
  readonly problems: readonly string[];
}

function namedServices(source: Declaration, { services, namespace }: PlanFlags): Named {
  if ((services === undefined) === (namespace === undefined)) {
    const problem = 'name what is to be restored, either by --services or by --namespace';
    return { services: [], problems: [problem] };
  }
  if (services !== undefined) {
    const names = [...new Set(services.split(','))];
    const unknown = names.filter((name) => !Object.hasOwn(source.services, name));
    return {
      services: names,
      problems: unknown.map((name) => notBackedUpOrUnknown(source, name)),
    };
  }
  const within = inNamespace(source.services, namespace);
  return { services: within, problems: within.length > 0 ? [] : nothingIn(source, namespace) };
}

function nothingIn(source: Declaration, namespace: string | undefined): string[] {
  const left = inNamespace(source.notBackedUp, namespace);
  if (left.length > 0) return left.map((name) => notBackedUpOrUnknown(source, name));
  const known = [...new Set(Object.values(source.services).map((service) => service.namespace))];
  return [`no service is declared in the namespace ${namespace}; there are ${known.join(', ')}`];
}

const inNamespace = (
  services: Readonly<Record<string, { readonly namespace: string }>>,
  namespace: string | undefined,
): string[] => Object.keys(services).filter((name) => services[name]?.namespace === namespace);

function volumeProblems(
  declared: Services,
  services: readonly string[],
  { volume, kinds, selector }: PlanFlags,
): string[] {
  const [name = '', ...others] = services;
  const service = declared[name];
  if (volume === undefined || !service) return [];
  const found = service.volumes[volume];
  return [
    ...(others.length > 0 ? ['--volume is of one service'] : []),
    ...(kinds !== undefined || selector !== undefined
      ? ['--volume is restored as a whole: leave out --kinds and --selector']
      : []),
    ...(found
      ? []
      : [`${name} has no volume ${volume}; there are ${Object.keys(service.volumes).join(', ')}`]),
    ...(found?.backup.method === 'skip'
      ? [`${volume} is in no backup: ${found.backup.reason}`]
      : []),
  ];
}

function formProblems(flags: Flags): string[] {
  const { kinds, selector, volume, before, intoQuarantine = false } = flags;
  const parts = { '--kinds': kinds, '--selector': selector, '--volume': volume };
  return [
    ...resourceKinds('--kinds', kinds).problems,
    ...labels('--selector', selector).problems,
    ...instant('--before', before).problems,
    ...disasterProblems(flags),
    ...Object.entries(parts)
      .filter(([, value]) => intoQuarantine && value !== undefined)
      .map(([flag]) => `${flag} is not for --into-quarantine, which restores whole services`),
  ];
}

/** In place, a backup from after the loss would bring back what the loss has left. */
function disasterProblems({ disasterAt, intoQuarantine = false }: PlanFlags): string[] {
  if (intoQuarantine) {
    return disasterAt === undefined
      ? []
      : ['--disaster-at is not for --into-quarantine: say by --before from when'];
  }
  if (disasterAt === undefined) {
    return [
      'say when the data was lost, so that no backup from after it is taken: --disaster-at 2026-11-24T01:55:00Z',
    ];
  }
  const { value, problems } = instant('--disaster-at', disasterAt);
  return value !== '' && Date.parse(value) > Date.now()
    ? [`--disaster-at is when the data was lost, and ${disasterAt} is not over yet`]
    : [...problems];
}

function toWanted(services: readonly string[], flags: Flags): Wanted {
  const { kinds = '', selector = '', volume = '', backup = '', before, disasterAt } = flags;
  const runbook = runbookOf(flags);
  const point = instant('--before', before).value;
  const lostAt = instant('--disaster-at', disasterAt).value;
  const common = { services: JSON.stringify(services), backup, before: point };
  const inPlace = {
    'disaster-at': lostAt,
    'approved-by': flags.approvedBy ?? '',
    application: flags.application ?? '',
  };
  return {
    runbook,
    services,
    kinds,
    selector,
    volume,
    backup,
    before: point,
    disasterAt: lostAt,
    parameters: {
      ...common,
      ...(runbook !== 'restore-into-quarantine' && inPlace),
      ...(runbook === 'restore-resources' && { kinds, selector }),
      ...(runbook === 'restore-volume' && { volume }),
    },
  };
}

function runbookOf({ intoQuarantine, volume, kinds, selector }: PlanFlags): RestoreRunbook {
  if (intoQuarantine === true) return 'restore-into-quarantine';
  if (volume !== undefined) return 'restore-volume';
  return kinds === undefined && selector === undefined ? 'restore-namespace' : 'restore-resources';
}

import { gib } from '@resilience/config';
import type { Environment } from '@resilience/config/environment';
import { tiers } from '@resilience/config/tiers';

import type { Addition, Declared } from './addition.ts';
import { declaredEnvironment, freeName, inConfig } from './declared-environment.ts';
import { sizeOf, wordOf } from './flags.ts';
import { type Asked, software } from './software.ts';
import { softwareWords } from './software-words.ts';
import { labelsOf, volumeOf } from './volume.ts';

export interface ServiceFlags {
  readonly env: string;
  readonly namespace?: string;
  readonly owner?: string;
  readonly tier?: string;
  readonly software?: string;
  readonly size?: string;
  readonly workload?: string;
  readonly container?: string;
  readonly database?: string;
  readonly path?: string;
  readonly label?: readonly string[];
  readonly volume?: readonly string[];
  readonly like?: string;
}

const kinds = ['Deployment', 'StatefulSet', 'DaemonSet'] as const;
type Kind = (typeof kinds)[number];

/** `resilience add service` */
export function addService(declared: Declared, name: string, flags: ServiceFlags): Addition {
  const environment = declaredEnvironment(declared, flags.env);
  freeName('service', { ...environment.services, ...environment.notBackedUp }, name);
  const tier = wordOf('--tier', flags.tier ?? 'important', tiers);
  const owners = Object.keys(environment.notifications.owners);
  return {
    title: `the service ${name} to ${flags.env}`,
    edit: (editor) => {
      const services = inConfig(flags.env, 'services');
      const ofTier = environment.tiers?.[tier] !== undefined && flags.like === undefined;
      const like = serviceLike(environment, tier, flags.like);
      const constant = editor.sharedConstant(
        inConfig(flags.env, 'services', like, 'objectives'),
        services,
      );
      return editor.addProperty(services, name, {
        ...(flags.namespace === undefined ? {} : { namespace: flags.namespace }),
        owner: wordOf('--owner', flags.owner ?? owners[0] ?? '', owners),
        tier,
        ...holding(name, flags),
        ...(ofTier ? {} : { objectives: constant ?? environment.services[like]?.objectives }),
      });
    },
  };
}

/** What holds its data, and how that is seen to be back. */
function holding(name: string, flags: ServiceFlags): object {
  const [kind, workload = name] = workloadOf(flags.workload);
  const labels = labelsOf(flags.label) ?? { 'app.kubernetes.io/name': workload };
  const asked: Asked = {
    name,
    size: flags.size === undefined ? gib(10) : sizeOf('--size', flags.size),
    kind,
    workload,
    labels,
    container: flags.container,
    database: flags.database,
    path: flags.path,
  };
  const make = software[wordOf('--software', flags.software ?? 'stateless', softwareWords)];
  const volumes = (flags.volume ?? []).map((text) => {
    const [volume = '', size = '10gib', content = 'uploads'] = text.split(':');
    return [volume, volumeOf({ size: sizeOf('--volume', size), content, labels })] as const;
  });
  return {
    ...make(asked),
    ...(volumes.length > 0 ? { volumes: Object.fromEntries(volumes) } : {}),
  };
}

function workloadOf(text: string | undefined): readonly [Kind | undefined, string | undefined] {
  if (text === undefined) return [undefined, undefined];
  const [first = '', second] = text.split('/');
  return second === undefined ? [undefined, first] : [wordOf('--workload', first, kinds), second];
}

/**
 * The service whose objectives a new one gets.
 *
 * @throws {Refusal} where there is none
 */
function serviceLike({ services }: Environment, tier: string, like: string | undefined): string {
  const names = Object.keys(services);
  const found = like ?? names.find((name) => services[name]?.tier === tier) ?? names[0] ?? '';
  return wordOf('--like', found, names);
}

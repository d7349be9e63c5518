import type { Bytes } from '@resilience/config/bytes';
import type { CompleteInput } from '@resilience/config/declaration';

import { Refusal } from '../refusal.ts';
import type { Addition, Declared } from './addition.ts';
import { declaredEnvironment, freeName, inConfig } from './declared-environment.ts';
import { sizeOf, wordOf } from './flags.ts';

export interface VolumeFlags {
  readonly env: string;
  readonly service: string;
  readonly size: string;
  readonly content?: string;
  readonly label?: readonly string[];
}

type Volume = Omit<CompleteInput['services'][string]['volumes'][string], 'used' | 'dailyChange'>;

const contents = [
  'postgres',
  'mysql',
  'uploads',
  'prometheus',
  'grafana',
  'logs',
  'cache',
] as const;

/** `resilience add volume` */
export function addVolume(declared: Declared, name: string, flags: VolumeFlags): Addition {
  const { services } = declaredEnvironment(declared, flags.env);
  const service = services[flags.service];
  if (!service) {
    throw new Refusal(
      `no service is called ${flags.service}; there are ${Object.keys(services).join(', ')}`,
    );
  }
  freeName('volume', service.volumes, name);
  const labels = labelsOf(flags.label) ?? service.workloads[0]?.podLabels;
  if (!labels) throw new Refusal('--label takes the labels of the claims, as key=value');
  return {
    title: `the volume ${name} to ${flags.service} in ${flags.env}`,
    edit: (editor) =>
      editor.addProperty(
        inConfig(flags.env, 'services', flags.service, 'volumes'),
        name,
        volumeOf({
          size: sizeOf('--size', flags.size),
          content: flags.content ?? 'uploads',
          labels,
        }),
      ),
  };
}

/** `key=value`, as the command line has them. */
export const labelsOf = (
  labels: readonly string[] | undefined,
): Record<string, string> | undefined =>
  labels && Object.fromEntries(labels.map((label) => label.split('=', 2)));

interface Asked {
  readonly size: Bytes;
  readonly content: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Files may be read while they change; of everything else the volume is stopped for a moment. */
export function volumeOf({ size, content, labels }: Asked): Volume {
  const kind = wordOf('--content', content, contents);
  return {
    size,
    content: kind,
    claimLabels: labels,
    backup: { method: kind === 'uploads' ? 'file-system' : 'snapshot' },
  };
}

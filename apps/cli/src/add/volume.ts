import type { Bytes } from '@resilience/config/bytes';
import type { CompleteInput, Service } from '@resilience/config/declaration';

import { notBackedUpOrUnknown } from '../not-backed-up.ts';
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
  const environment = declaredEnvironment(declared, flags.env);
  const service = environment.services[flags.service];
  if (!service) throw new Refusal(notBackedUpOrUnknown(environment, flags.service));
  freeName('volume', service.volumes, name);
  const labels = labelsOf(flags.label) ?? labelsOfAlone(service);
  if (!labels) {
    throw new Refusal(
      '--label takes labels that only the claims of the volume have, such as app.kubernetes.io/component=uploads',
    );
  }
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

/** Those of the service's pods, where no other volume of the service is known by labels. */
const labelsOfAlone = ({ volumes, workloads }: Service): Record<string, string> | undefined =>
  Object.keys(volumes).length === 0 ? workloads[0]?.podLabels : undefined;

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

import { gib } from '../units/bytes.ts';
import { type Duration, minutes } from '../units/duration.ts';
import { percent } from '../units/percent.ts';
import { type About, named, type Preset, presetName, type Stored } from './preset.ts';

export interface FilesOptions extends Stored {
  readonly name: string;
  readonly kind: 'Deployment' | 'StatefulSet';
  readonly podLabels: Readonly<Record<string, string>>;
  readonly claimLabels: Readonly<Record<string, string>>;
  readonly container: string;
  /** Where the container mounts the volume. */
  readonly path: string;
  /** How much older than the backup the newest file of the check may be. */
  readonly within: Duration;
}

/**
 * Any workload whose files are written once and then only read. They are copied one by one; a file is
 * written before each backup with its sum, which a restored copy is compared with. The container needs
 * a shell and sha256sum.
 *
 * @see https://velero.io/docs/v1.18/file-system-backup/
 */
export const files = (options: FilesOptions): Preset => ({
  [presetName]: 'files',
  workloads: [{ kind: options.kind, name: options.name, podLabels: { ...options.podLabels } }],
  volumes: {
    [named(options.name, 'files')]: {
      size: options.size,
      used: options.used,
      dailyChange: options.dailyChange,
      content: 'uploads',
      claimLabels: { ...options.claimLabels },
      backup: { method: 'file-system' },
    },
  },
  hooks: [],
  verification: [
    {
      check: 'checksums',
      volume: named(options.name, 'files'),
      workload: options.name,
      container: options.container,
      timeout: minutes(2),
      path: options.path,
      manifest: '.canary/SHA256SUMS',
      within: options.within,
    },
  ],
});

export const aboutFiles: About = {
  name: 'files',
  software: 'Files that are written once',
  consistency: 'Each file is whole; files that change while they are copied may be torn.',
  tried: 'run: busybox of Debian 12',
  sources: ['https://velero.io/docs/v1.18/file-system-backup/'],
  example: () =>
    files({
      kind: 'Deployment',
      name: 'media',
      podLabels: { app: 'media' },
      claimLabels: { app: 'media' },
      container: 'web',
      path: '/srv/media',
      size: gib(250),
      used: percent(70),
      dailyChange: percent(1),
      within: minutes(5),
    }),
};

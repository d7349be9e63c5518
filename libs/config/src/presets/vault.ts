import { gib } from '../units/bytes.ts';
import { minutes } from '../units/duration.ts';
import { percent } from '../units/percent.ts';
import {
  type About,
  named,
  type Preset,
  presetName,
  shell,
  snapshotted,
  type Stateful,
  workloadOf,
} from './preset.ts';

export interface VaultOptions extends Stateful {
  /** Where a server answers in its own container, such as http://127.0.0.1:8200. */
  readonly address: string;
  /** By a key of a cloud, or by people with their shares, after each restore. */
  readonly unseal: 'automatic' | 'by-hand';
}

/**
 * Vault with integrated storage in a StatefulSet. Each member's volume holds everything, encrypted, as
 * a power cut leaves it, and its log decides what counts. What unseals it is in no backup: the cloud's
 * key, or the shares that people hold.
 *
 * @see https://developer.hashicorp.com/vault/docs/concepts/integrated-storage
 * @see https://developer.hashicorp.com/vault/docs/commands/status
 */
export function vault(options: VaultOptions): Preset {
  const { name, address, unseal } = options;
  const isAutomatic = unseal === 'automatic';
  return {
    [presetName]: 'vault',
    workloads: [workloadOf(options)],
    volumes: { [named(name, 'data')]: snapshotted(options, 'vault') },
    hooks: [],
    verification: [
      {
        check: 'command',
        name: isAutomatic ? named(name, 'unsealed') : named(name, 'initialised'),
        workload: name,
        container: options.container ?? 'vault',
        timeout: minutes(5),
        // It ends with 2 while it is sealed, and with 1 where it does not answer.
        command: isAutomatic
          ? ['vault', 'status', `-address=${address}`]
          : shell('vault status -address="$1" || [ $? -eq 2 ]', address),
        expect: { output: 'text', matches: '^Initialized +true' },
      },
    ],
  };
}

export const aboutVault: About = {
  name: 'vault',
  software: 'Vault with integrated storage',
  consistency:
    'A snapshot of a member is what a power cut leaves, and holds everything, encrypted. The key that unseals it is in no backup.',
  tried: 'written from documentation',
  sources: [
    'https://developer.hashicorp.com/vault/docs/concepts/integrated-storage',
    'https://developer.hashicorp.com/vault/docs/commands/status',
  ],
  example: () =>
    vault({
      name: 'vault',
      labels: { 'app.kubernetes.io/name': 'vault', 'app.kubernetes.io/instance': 'vault' },
      size: gib(10),
      used: percent(20),
      dailyChange: percent(5),
      address: 'http://127.0.0.1:8200',
      unseal: 'automatic',
    }),
};

import { basename } from 'node:path';

import type { Environment } from '@resilience/config/environment';
import { waves } from '@resilience/config/waves';
import { copies, location } from '@resilience/workflows/backup-choice';
import { declaredServices } from '@resilience/workflows/declared-services';

import type { Kubectl } from '../kubernetes/kubectl.ts';
import { runStep } from '../kubernetes/run-step.ts';
import { Refusal } from '../refusal.ts';
import { downloadPacked } from './download.ts';

/** What one namespace would be restored from. */
export interface Choice {
  readonly namespace: string;
  /** Null where no backup can serve. */
  readonly chosen: { readonly name: string; readonly started: string } | null;
  readonly refused: readonly {
    readonly name: string;
    /** Null for one that has not begun. */
    readonly started: string | null;
    /** Such as `is PartiallyFailed`. */
    readonly refusal: string;
  }[];
}

interface Wanted {
  readonly services: readonly {
    readonly service: string;
    readonly namespace: string;
    /** The namespace that it is restored into; left out where nothing is restored. */
    readonly target?: string;
  }[];
  /** One by name; empty for the newest. */
  readonly backup: string;
  /** RFC 3339 in UTC; empty for now. */
  readonly before: string;
  /** RFC 3339 in UTC; empty where nothing was lost. */
  readonly disasterAt: string;
}

/**
 * The backup that a workflow would take at this moment for each namespace, and why it would not take the
 * others.
 *
 * @throws {Refusal} when the cluster does not answer
 */
export async function chooseBackup(
  kubectl: Kubectl,
  environment: Environment,
  { services, backup, before, disasterAt }: Wanted,
): Promise<readonly Choice[]> {
  const { output, stderr } = await runStep(kubectl, {
    name: 'choose-backup',
    env: {
      SERVICES: JSON.stringify(services),
      CHECKS: '[]',
      WAVES: JSON.stringify(waves),
      REMAINDER: 'null',
      BACKUP: backup,
      BEFORE: before,
      DISASTER_AT: disasterAt,
      LOCATION: location,
      COPIES: copies(environment),
      BUCKET: environment.backups.bucket,
      REGION: environment.backups.region,
    },
    file: { variable: 'DECLARED', content: declaredServices(environment.backups.source) },
    fetch: async (address) => {
      const content = { kind: 'BackupContents', backup: basename(address, '.tar.gz') } as const;
      return new Uint8Array(await downloadPacked(kubectl, content));
    },
    output: 'choice',
  });
  // It also fails where no backup can serve, and has said why by then.
  if (!output) throw new Refusal(`backups cannot be looked at: ${stderr.trim()}`);
  const { namespaces }: { readonly namespaces: readonly Choice[] } = JSON.parse(output);
  return namespaces;
}

import type { Environment } from '@resilience/config/environment';
import { waves } from '@resilience/config/waves';
import { copies, location } from '@resilience/workflows/backup-choice';

import type { Kubectl } from '../kubernetes/kubectl.ts';
import { runStep } from '../kubernetes/run-step.ts';
import { Refusal } from '../refusal.ts';

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
  readonly services: readonly { readonly namespace: string }[];
  /** One by name; empty for the newest. */
  readonly backup: string;
  /** RFC 3339 in UTC; empty for now. */
  readonly before: string;
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
  { services, backup, before }: Wanted,
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
      LOCATION: location,
      COPIES: copies(environment),
    },
    output: 'choice',
  });
  // It also fails where no backup can serve, and has said why by then.
  if (!output) throw new Refusal(`backups cannot be looked at: ${stderr.trim()}`);
  const { namespaces }: { readonly namespaces: readonly Choice[] } = JSON.parse(output);
  return namespaces;
}

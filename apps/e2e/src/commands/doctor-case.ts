import { veleroServiceAccount } from '@resilience/config/names';

import type { Client, Manifest } from '../apiserver/client.ts';

/** Something that is not as it should be in a cluster in which all is well, and what the doctor has to say of it. */
export interface DoctorCase {
  readonly subject: string;
  readonly found: RegExp;
  readonly fix: RegExp;
  readonly inflict: (client: Client) => Promise<unknown>;
}

/** A Secret in Velero's namespace. */
export const secretNamed = (name: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name, namespace: veleroServiceAccount.namespace },
});

export const merged = (body: object) => ({ body, contentType: 'application/merge-patch+json' });

import type { AwsClients } from '../clients.ts';
import type { Request } from './evaluate.ts';

/** What a call needs to know of the account. */
export interface Subject {
  readonly backups: string;
  readonly replica: string;
  readonly evidence: string;
  readonly states: string;
  /** ARN of the key of the backups. */
  readonly key: string;
  readonly region: string;
  readonly drRegion: string;
  readonly account: string;
  /** The tag of the cluster's volumes. */
  readonly clusterTag: string;
  readonly volumeId: string;
  readonly snapshotId: string;
  readonly breakGlassRole: string;
}

/** A call to AWS that a role must, or must not, be able to make. */
export interface Call {
  readonly what: string;
  readonly allowed: boolean;
  /** Every permission that AWS checks for it. */
  readonly requests: readonly Request[];
  /** Makes it; without it, only the policy is evaluated. */
  readonly perform?: Perform;
  /** Why moto's answer does not count. */
  readonly gap?: string;
}

export type Perform = (aws: AwsClients) => Promise<unknown>;

/** A call that the role must be able to make. */
export const may = (what: string, requests: readonly Request[], perform?: Perform): Call => ({
  what,
  allowed: true,
  requests,
  ...(perform && { perform }),
});

/** A call that the role must not be able to make. */
export const mayNot = (what: string, requests: readonly Request[], perform?: Perform): Call => ({
  ...may(what, requests, perform),
  allowed: false,
});

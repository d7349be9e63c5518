import type { Manifest } from '../apiserver/client.ts';

/** Who asks. */
export type Asker =
  | 'argocd'
  | 'velero'
  | 'node-agent'
  | 'garbage-collector'
  | 'drill'
  | 'runbook'
  | 'person';

/** Something that somebody asks of the API server. */
export interface AdmissionCase {
  readonly what: string;
  readonly asker: Asker;
  readonly operation: 'create' | 'update' | 'delete';
  /** As it would be; what is updated or deleted is there before. */
  readonly object: Manifest;
  /** What is there before an update, when it differs. */
  readonly before?: Manifest;
  /** A part of the message that a person sees; without it, the request must pass. */
  readonly refused?: string;
}

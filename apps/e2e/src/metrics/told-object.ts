import type { Manifest } from '../apiserver/client.ts';

/** An object as its controller has left it, and the series that are told of it. */
export interface ToldObject {
  readonly what: string;
  readonly object: Manifest;
  /** As Prometheus keeps them; what tells when an object was made says `CREATED`. */
  readonly series: readonly string[];
}

interface Parts {
  readonly kind: string;
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly spec: object;
  readonly status?: object;
}

export const ofVelero = (
  { kind, name, labels, spec, status }: Parts,
  apiVersion = 'velero.io/v1',
): Manifest => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'velero', ...(labels && { labels }) },
  spec,
  ...(status && { status }),
});

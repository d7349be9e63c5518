import { z } from 'zod';

/** What Go's `time.Duration` prints; Velero writes objects back in this form. */
export const goDuration = z.string().regex(/^(\d+h)?(\d+m)?\d+s$/);

export const objectName = z.string().regex(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/);

const stringMap = z.record(z.string(), z.string());

export const metadata = z.strictObject({
  name: objectName,
  namespace: objectName,
  labels: stringMap.exactOptional(),
  annotations: stringMap.exactOptional(),
});

export const clusterMetadata = metadata.omit({ namespace: true });

export const labelSelector = z.strictObject({ matchLabels: stringMap });

/** The name of a resource type as in `kubectl get`, or `*`. */
export const resourceNames = z.array(z.string().regex(/^(\*|[a-z]+(\.[a-z0-9.-]+)?)$/));

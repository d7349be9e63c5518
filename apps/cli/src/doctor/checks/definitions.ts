import { z } from 'zod';

import { type Kubectl, NotFound } from '../../kubernetes/kubectl.ts';
import type { DoctorCheck, Found } from '../doctor-check.ts';

/** Who brings a group of kinds that Kubernetes itself does not have. */
const bringers: Readonly<Record<string, string>> = {
  'argoproj.io': 'install ArgoCD and Argo Workflows',
  'external-secrets.io': 'install External Secrets 0.16 or later',
  'monitoring.coreos.com': 'install the Prometheus Operator, such as kube-prometheus-stack does',
  'snapshot.storage.k8s.io': 'install the snapshot controller with its definitions',
};

/** The first sync brings its definitions; the check of the location says where they are missing. */
const broughtByTheLayer = 'velero.io/';

/** Every kind that is rendered is known to the API server, in the version that is rendered. */
export const definitions: DoctorCheck = {
  group: 'cluster',
  name: 'definitions',
  examine: ({ kubectl, objects }) => {
    const rendered = objects.filter(({ apiVersion }) => !apiVersion.startsWith(broughtByTheLayer));
    const wanted = [...Map.groupBy(rendered, ({ apiVersion }) => apiVersion)];
    return Promise.all(
      wanted
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(async ([apiVersion, all]) =>
          judge(
            apiVersion,
            new Set(all.map(({ kind }) => kind)),
            await served(kubectl, apiVersion),
          ),
        ),
    );
  },
};

function judge(apiVersion: string, kinds: ReadonlySet<string>, known: ReadonlySet<string>): Found {
  const missing = [...kinds].filter((kind) => !known.has(kind));
  const subject = `definitions of ${apiVersion}`;
  if (missing.length === 0) return { subject, state: 'ok', found: [...kinds].join(', ') };
  return {
    subject,
    state: 'wrong',
    found: `the API server does not know ${missing.join(', ')}`,
    fix: bringers[apiVersion.split('/')[0] ?? ''] ?? `install what defines ${apiVersion}`,
  };
}

const resourceList = z.object({ resources: z.array(z.object({ kind: z.string() })) });

/** Asked for each version: "kubectl api-resources" names a kind in the version alone that the API server prefers. */
async function served(kubectl: Kubectl, apiVersion: string): Promise<ReadonlySet<string>> {
  const path = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  try {
    const { resources } = resourceList.parse(
      JSON.parse(await kubectl.text(['get', '--raw', path])),
    );
    return new Set(resources.map(({ kind }) => kind));
  } catch (error) {
    if (error instanceof NotFound) return new Set();
    throw error;
  }
}

import type { Kubectl } from '../../kubernetes/kubectl.ts';
import type { DoctorCheck, Found } from '../doctor-check.ts';

/** Who brings a group of kinds that Kubernetes itself does not have. */
const bringers: Readonly<Record<string, string>> = {
  'argoproj.io': 'install ArgoCD and Argo Workflows',
  'external-secrets.io': 'install External Secrets 0.16 or later',
  'monitoring.coreos.com': 'install the Prometheus Operator, such as kube-prometheus-stack does',
  'snapshot.storage.k8s.io': 'install the snapshot controller with its definitions',
  'velero.io': 'sync the application velero-crds: the layer brings these itself',
};

/** Every kind that is rendered is known to the API server, in the version that is rendered. */
export const definitions: DoctorCheck = {
  group: 'cluster',
  name: 'definitions',
  examine: async ({ kubectl, objects }) => {
    const served = await servedKinds(kubectl);
    const wanted = new Map<string, Set<string>>();
    for (const { apiVersion, kind } of objects) {
      wanted.set(apiVersion, (wanted.get(apiVersion) ?? new Set()).add(kind));
    }
    return [...wanted]
      .toSorted(byName)
      .map(([apiVersion, kinds]) => found(apiVersion, kinds, served));
  },
};

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;

function found(apiVersion: string, kinds: ReadonlySet<string>, served: ReadonlySet<string>): Found {
  const missing = [...kinds].filter((kind) => !served.has(`${apiVersion}/${kind}`));
  const subject = `definitions of ${apiVersion}`;
  if (missing.length === 0) return { subject, state: 'ok', found: [...kinds].join(', ') };
  const group = apiVersion.split('/')[0] ?? '';
  return {
    subject,
    // The first sync brings them.
    state: group === 'velero.io' ? 'warning' : 'wrong',
    found: `the API server does not know ${missing.join(', ')}`,
    fix: bringers[group] ?? `install what defines ${apiVersion}`,
  };
}

/** `apps/v1/Deployment`, by the discovery of the API server in the versions that kubectl prefers, and others by name. */
async function servedKinds(kubectl: Kubectl): Promise<Set<string>> {
  const lines = (await kubectl.text(['api-resources', '--no-headers'])).split('\n');
  return new Set(
    lines
      .map((line) => line.trim().split(/\s+/).slice(-3))
      .map(([apiVersion = '', , kind = '']) => `${apiVersion}/${kind}`),
  );
}

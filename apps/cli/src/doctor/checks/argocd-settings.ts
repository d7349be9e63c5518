import { matches } from '@resilience/config/left-out';
import { parse } from 'yaml';
import { z } from 'zod';

import { NotFound } from '../../kubernetes/kubectl.ts';
import type { DoctorCheck, DoctorContext, Found } from '../doctor-check.ts';

const settings = z.object({ data: z.record(z.string(), z.string()).default({}) });

const fix = 'docs/guides/first-deployment.md has the lines of argocd-cm';

/** ArgoCD knows the health of applications, leaves alone what Velero makes, and syncs what is rendered. */
export const argocdSettings: DoctorCheck = {
  group: 'cluster',
  name: 'settings of ArgoCD',
  examine: async (context) => {
    const { namespace } = context.environment.gitops;
    try {
      const words = ['get', 'configmap', 'argocd-cm', '--namespace', namespace];
      const { data } = settings.parse(await context.kubectl.json(words));
      return [healthOf(data), exclusionsOf(data, context)];
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      return [
        {
          subject: 'ArgoCD',
          state: 'wrong',
          found: `no argocd-cm in the namespace ${namespace}`,
          fix: 'install ArgoCD there, or correct gitops.namespace',
        },
      ];
    }
  },
};

type Data = z.output<typeof settings>['data'];

function healthOf(data: Data): Found {
  const subject = 'health of applications';
  return data['resource.customizations.health.argoproj.io_Application'] === undefined
    ? { subject, state: 'wrong', found: 'is not known: sync waves do not wait', fix }
    : { subject, state: 'ok', found: 'is known' };
}

/** What Velero and its users make: ArgoCD would show it as out of sync, and may delete it. */
const madeByVelero = [
  'Backup',
  'BackupRepository',
  'DataDownload',
  'DataUpload',
  'DeleteBackupRequest',
  'DownloadRequest',
  'PodVolumeBackup',
  'PodVolumeRestore',
  'Restore',
  'ServerStatusRequest',
];

function exclusionsOf(data: Data, { objects }: DoctorContext): Found {
  const subject = 'exclusions of ArgoCD';
  const excluded = excludedIn(data['resource.exclusions'] ?? '');
  const rendered = objects
    .filter(({ apiVersion }) => apiVersion.startsWith('velero.io/'))
    .map(({ kind }) => kind);
  const unsynced = [...new Set(rendered)].filter(excluded);
  if (unsynced.length > 0) {
    const found = `name ${unsynced.join(', ')} of velero.io: what is rendered is never synced`;
    return { subject, state: 'wrong', found, fix };
  }
  const taken = madeByVelero.filter((kind) => !excluded(kind));
  return taken.length === 0
    ? { subject, state: 'ok', found: 'leave alone what Velero makes' }
    : {
        subject,
        state: 'wrong',
        found: `do not name ${taken.join(', ')} of velero.io: ArgoCD may delete them`,
        fix,
      };
}

const patterns = z.array(z.string()).default(['*']);
const exclusions = z.array(z.object({ apiGroups: patterns, kinds: patterns })).nullable();

/** Whether a kind of Velero is excluded. @see https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#resource-exclusioninclusion */
function excludedIn(text: string): (kind: string) => boolean {
  const ofVelero = (exclusions.parse(parse(text)) ?? []).filter(({ apiGroups }) =>
    apiGroups.some((pattern) => matches(pattern, 'velero.io')),
  );
  return (kind) => ofVelero.some(({ kinds }) => kinds.some((pattern) => matches(pattern, kind)));
}

import { z } from 'zod';

import { NotFound } from '../../kubernetes/kubectl.ts';
import type { DoctorCheck } from '../doctor-check.ts';

const settings = z.object({ data: z.record(z.string(), z.string()).default({}) });

const fix = 'docs/guides/first-deployment.md has the lines of argocd-cm';

/** ArgoCD knows the health of applications, and leaves alone what Velero makes. */
export const argocdSettings: DoctorCheck = {
  group: 'cluster',
  name: 'settings of ArgoCD',
  examine: async ({ kubectl, environment }) => {
    const { namespace } = environment.gitops;
    try {
      const words = ['get', 'configmap', 'argocd-cm', '--namespace', namespace];
      const { data } = settings.parse(await kubectl.json(words));
      return [
        data['resource.customizations.health.argoproj.io_Application'] === undefined
          ? {
              subject: 'health of applications',
              state: 'wrong',
              found: 'is not known: sync waves of applications do not wait',
              fix,
            }
          : { subject: 'health of applications', state: 'ok', found: 'is known' },
        data['resource.exclusions']?.includes('velero.io') === true
          ? { subject: 'exclusions of ArgoCD', state: 'ok', found: 'leave velero.io alone' }
          : {
              subject: 'exclusions of ArgoCD',
              state: 'wrong',
              found: 'do not name velero.io: ArgoCD may delete backups',
              fix,
            },
      ];
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

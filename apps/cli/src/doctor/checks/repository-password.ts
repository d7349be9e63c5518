import { z } from 'zod';

import { NotFound } from '../../kubernetes/kubectl.ts';
import { inVelero } from '../../velero/velero-namespace.ts';
import type { DoctorCheck, Found } from '../doctor-check.ts';

const repositories = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string() }),
      status: z
        .object({ phase: z.string().default('New'), message: z.string().optional() })
        .default({ phase: 'New' }),
    }),
  ),
});

/** The password of the repositories is in the cluster, and opens every repository; its value is not read. */
export const repositoryPassword: DoctorCheck = {
  group: 'Velero',
  name: 'repositories',
  examine: async ({ kubectl }) => {
    const { items } = repositories.parse(
      await kubectl.json(['get', 'backuprepositories.velero.io', ...inVelero]),
    );
    return [
      await secret(kubectl),
      ...items.map(({ metadata, status }): Found => {
        const subject = `BackupRepository ${metadata.name}`;
        return status.phase === 'Ready'
          ? { subject, state: 'ok', found: 'Ready' }
          : {
              subject,
              state: 'wrong',
              found: [status.phase, status.message].filter(Boolean).join(': '),
              fix: 'docs/runbooks/RepositoryNotReady.md',
            };
      }),
    ];
  },
};

async function secret(kubectl: Parameters<DoctorCheck['examine']>[0]['kubectl']): Promise<Found> {
  const subject = 'password of the repositories';
  try {
    await kubectl.text([
      'get',
      'secret',
      'velero-repo-credentials',
      ...inVelero,
      '--output',
      'name',
    ]);
    return { subject, state: 'ok', found: 'is in the cluster' };
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return {
      subject,
      state: 'wrong',
      found: 'is not in the cluster: no copy of a file can be written or read',
      fix: 'put it into Secrets Manager (docs/guides/first-deployment.md), and look at the ExternalSecret velero-repo-credentials',
    };
  }
}

import { clusterArn } from '@resilience/config/names';
import { z } from 'zod';

import type { DoctorCheck } from '../doctor-check.ts';

const config = z.object({
  clusters: z
    .array(z.object({ name: z.string(), cluster: z.object({ server: z.string() }) }))
    .nullable(),
});

/** kubectl is logged in to the declared cluster; every other check of the cluster would mislead. */
export const clusterIsDeclared: DoctorCheck = {
  group: 'cluster',
  name: 'context',
  examine: async ({ environment, kubectl }) => {
    const subject = 'context of kubectl';
    const arn = clusterArn(environment);
    const { clusters } = config.parse(await kubectl.json(['config', 'view', '--minify']));
    const found = clusters?.[0];
    const fix = `aws eks update-kubeconfig --region ${environment.aws.region} --name ${environment.cluster.name}`;
    if (!found) return [{ subject, state: 'wrong', found: 'no cluster', fix }];
    if (found.name === arn || isCalled(found.name, environment.cluster.name)) {
      return [{ subject, state: 'ok', found: found.name }];
    }
    if (found.name.startsWith('arn:')) {
      return [{ subject, state: 'wrong', found: `${found.name}, and not ${arn}`, fix }];
    }
    return [
      {
        subject,
        state: 'warning',
        found: `the cluster ${found.name} (${found.cluster.server}), whose name does not say that it is ${arn}`,
        fix: 'pass the context of the cluster by --context',
      },
    ];
  },
};

/** eksctl writes `‹name›.‹region›.eksctl.io`; an ARN has to be that of the cluster. */
const isCalled = (found: string, name: string): boolean =>
  !found.startsWith('arn:') && found.split(/[^\w-]/).includes(name);

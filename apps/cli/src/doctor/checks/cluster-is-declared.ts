import { clusterArn } from '@resilience/config/names';
import { z } from 'zod';

import type { DoctorCheck } from '../doctor-check.ts';

const config = z.object({
  clusters: z.array(z.object({ name: z.string(), cluster: z.object({ server: z.string() }) })),
});

/** kubectl is logged in to the declared cluster; every other check of the cluster would mislead. */
export const clusterIsDeclared: DoctorCheck = {
  group: 'cluster',
  name: 'context',
  examine: async ({ environment, kubectl }) => {
    const subject = 'context of kubectl';
    const arn = clusterArn(environment);
    const [found] = config.parse(await kubectl.json(['config', 'view', '--minify'])).clusters;
    if (!found) {
      const fix = `aws eks update-kubeconfig --region ${environment.aws.region} --name ${environment.cluster.name}`;
      return [{ subject, state: 'wrong', found: 'no cluster', fix }];
    }
    if (found.name === arn || found.name.includes(environment.cluster.name)) {
      return [{ subject, state: 'ok', found: found.name }];
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

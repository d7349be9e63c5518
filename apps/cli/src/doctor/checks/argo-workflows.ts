import { selectorOf } from '@resilience/config/volumes';
import { z } from 'zod';

import type { DoctorCheck } from '../doctor-check.ts';

const pods = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string() }),
      spec: z.object({ containers: z.array(z.object({ image: z.string().default('') })) }),
      status: z.object({ phase: z.string().optional() }).default({}),
    }),
  ),
});

const least = '3.7';

/** A digest or a tag of another form says nothing. */
function isOld(image: string): boolean {
  const tag = /:v?(\d+\.\d+)\.\d+/.exec(image)?.[1];
  return tag !== undefined && tag.localeCompare(least, 'en', { numeric: true }) < 0;
}

/** The controller that runs drills and recoveries is where it is declared. */
export const argoWorkflows: DoctorCheck = {
  group: 'cluster',
  name: 'controller of Argo Workflows',
  examine: async ({ kubectl, environment }) => {
    const { namespace, podLabels } = environment.workflows.controller;
    const words = ['get', 'pods', '--namespace', namespace, '--selector', selectorOf(podLabels)];
    const { items } = pods.parse(await kubectl.json(words));
    const subject = 'controller of Argo Workflows';
    const running = items.find(({ status }) => status.phase === 'Running');
    if (running) {
      const image = running.spec.containers[0]?.image ?? '';
      const found = `${running.metadata.name}, ${image}`;
      return isOld(image)
        ? [{ subject, state: 'wrong', found, fix: `upgrade Argo Workflows to ${least} or later` }]
        : [{ subject, state: 'ok', found }];
    }
    return [
      {
        subject,
        state: 'wrong',
        found:
          items.length === 0
            ? `no pod with ${selectorOf(podLabels)} in ${namespace}`
            : `${items.length} pods, none of them running`,
        fix: `install Argo Workflows ${least} or later there, or correct workflows.controller: drills and runbooks do not run`,
      },
    ];
  },
};

import type { Installation } from '../installation/installation.ts';
import { isWorkload } from '../installation/volume.ts';
import { annotatedHooks } from './annotated-hooks.ts';
import type { Hooks } from './hook.ts';
import { scheduledHooks } from './scheduled-hooks.ts';

/**
 * Hooks of pods, by their annotations and by schedules. Annotations hide the hooks of schedules.
 *
 * @param namespace whose pods they are
 * @see https://velero.io/docs/v1.18/backup-hooks/
 */
export function hooksOf(
  namespace: string,
  { objects, schedules }: Pick<Installation, 'objects' | 'schedules'>,
): Hooks {
  const all = objects
    .filter((one) => isWorkload(one) && (one.namespace ?? 'default') === namespace)
    .map((found) => {
      const { hooks, otherHooks } = annotatedHooks(found);
      const hidden = new Set(hooks.map(({ when }) => when));
      const scheduled = schedules
        .flatMap((schedule) => scheduledHooks(found, { schedule, namespace }))
        .filter(({ when }) => !hidden.has(when));
      return { hooks: [...hooks, ...scheduled], otherHooks };
    });
  return {
    hooks: all.flatMap((one) => one.hooks),
    otherHooks: all.flatMap((one) => one.otherHooks),
  };
}

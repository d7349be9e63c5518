import { fits } from '../copies/glob.ts';
import { matchesAny, selectorsOf } from '../copies/selector.ts';
import { isObject, listAt, objectAt, textAt } from '../input/plain.ts';
import { goDurationSeconds } from '../installation/go-duration.ts';
import type { Schedule } from '../installation/schedule.ts';
import { podOf, textsOf } from '../installation/volume.ts';
import type { Found } from '../objects/found.ts';
import { firstContainer, type Hook, usualTimeout, workloadOf } from './hook.ts';

interface Around {
  readonly schedule: Schedule;
  readonly namespace: string;
}

/** The hooks that the backups of a schedule run in the pods of a workload. */
export function scheduledHooks(found: Found, { schedule, namespace }: Around): Hook[] {
  const labels = textsOf(objectAt(podOf(found), 'metadata', 'labels'));
  return listAt(schedule.template.hooks, 'resources').flatMap((resource, index) => {
    if (!takes(resource, namespace) || !matchesAny(selectorOf(resource), labels)) return [];
    return (['pre', 'post'] as const).flatMap((phase) =>
      listAt(resource, phase).flatMap((one): Hook[] => {
        const exec = objectAt(one, 'exec');
        const command = listAt(exec, 'command').map(String);
        if (command.length === 0) return [];
        return [
          {
            workload: workloadOf(found),
            container: textAt(exec, 'container') || firstContainer(found),
            when: phase === 'pre' ? 'before-backup' : 'after-backup',
            command,
            timeout: goDurationSeconds(textAt(exec, 'timeout') ?? '') ?? usualTimeout,
            onError: textAt(exec, 'onError') === 'Continue' ? 'continue' : 'fail',
            schedule: schedule.name,
            place: schedule.found.placeAt(['spec', 'template', 'hooks', 'resources', index]),
          },
        ];
      }),
    );
  });
}

function takes(resource: unknown, namespace: string): boolean {
  const names = (key: string): string[] => listAt(resource, key).map(String);
  const [included, excluded] = [names('includedNamespaces'), names('excludedNamespaces')];
  const kinds = [names('includedResources'), names('excludedResources')] as const;
  return (
    (included.length === 0 || included.some((one) => fits(one, namespace))) &&
    !excluded.some((one) => fits(one, namespace)) &&
    (kinds[0].length === 0 || hasPods(kinds[0])) &&
    !hasPods(kinds[1])
  );
}

const hasPods = (kinds: readonly string[]): boolean =>
  kinds.some((one) => one === '*' || /^po(ds?)?$/.test(one));

const selectorOf = (resource: unknown) => {
  const selector = objectAt(resource, 'labelSelector');
  const expressions = listAt(selector, 'matchExpressions').filter(isObject);
  return selectorsOf({
    labelSelector: {
      matchLabels: textsOf(objectAt(selector, 'matchLabels')),
      matchExpressions: expressions.map((one) => ({
        key: textAt(one, 'key') ?? '',
        operator: textAt(one, 'operator') ?? '',
        values: listAt(one, 'values').map(String),
      })),
    },
  });
};

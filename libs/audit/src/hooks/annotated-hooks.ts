import { objectAt } from '../input/plain.ts';
import { goDurationSeconds } from '../installation/go-duration.ts';
import { podOf, textsOf } from '../installation/volume.ts';
import type { Found } from '../objects/found.ts';
import { firstContainer, type Hook, type Hooks, usualTimeout, workloadOf } from './hook.ts';

interface Phase {
  readonly when: Hook['when'];
  /** Before the key of each annotation. */
  readonly prefixes: readonly string[];
  readonly timeout: string;
  readonly onError: Hook['onError'];
}

const phases: readonly Phase[] = [
  {
    when: 'before-backup',
    prefixes: ['pre.hook.backup.velero.io', 'hook.backup.velero.io'],
    timeout: 'timeout',
    onError: 'fail',
  },
  {
    when: 'after-backup',
    prefixes: ['post.hook.backup.velero.io'],
    timeout: 'timeout',
    onError: 'fail',
  },
  {
    when: 'after-restore',
    prefixes: ['post.hook.restore.velero.io'],
    timeout: 'exec-timeout',
    onError: 'continue',
  },
];

const initImage = 'init.hook.restore.velero.io/container-image';

/**
 * The hooks that the pods of a workload carry themselves.
 *
 * @see https://velero.io/docs/v1.18/restore-hooks/
 */
export function annotatedHooks(found: Found): Hooks {
  const annotations = textsOf(objectAt(podOf(found), 'metadata', 'annotations'));
  const place = (key: string) => {
    const pods = found.kind === 'v1/Pod' ? [] : ['spec', 'template'];
    return found.placeAt([...pods, 'metadata', 'annotations', key]);
  };
  const hooks = phases.flatMap(({ when, prefixes, timeout, onError }): Hook[] => {
    const prefix = prefixes.find((one) => annotations[`${one}/command`]);
    if (prefix === undefined) return [];
    const said = (key: string): string => annotations[`${prefix}/${key}`] ?? '';
    const isSaid = /^(fail|continue)$/i.test(said('on-error'));
    return [
      {
        workload: workloadOf(found),
        container: said('container') || firstContainer(found),
        when,
        command: commandOf(said('command')),
        timeout: goDurationSeconds(said(timeout)) ?? usualTimeout,
        onError: isSaid
          ? said('on-error').toLowerCase() === 'fail'
            ? 'fail'
            : 'continue'
          : onError,
        schedule: undefined,
        place: place(`${prefix}/command`),
      },
    ];
  });
  const otherHooks = annotations[initImage]
    ? [
        {
          workload: workloadOf(found),
          what: `runs a container ${annotations[initImage]} before the others of a restored pod`,
          place: place(initImage),
        },
      ]
    : [];
  return { hooks, otherHooks };
}

/** A list in JSON, or the name of one program. */
function commandOf(text: string): string[] {
  if (!text.startsWith('[')) return [text];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.length > 0 ? parsed.map(String) : [text];
  } catch {
    return [text];
  }
}

import { seconds } from '@resilience/config';

import type { Answers } from '../answers.ts';
import type { Audited } from './audited.ts';
import { asFound, type Kept } from './kept.ts';
import { keptLeftOut } from './kept-left-out.ts';
import { keptLocation } from './kept-location.ts';
import { holdingIn, keptSchedule, notesOfSchedule } from './kept-schedules.ts';
import { keptServices } from './kept-services.ts';
import { keptVelero } from './kept-velero.ts';
import { notesOfOtherLocations } from './other-locations.ts';

/** What a declaration keeps of what an audit found. */
export function keep(found: Audited, answers: Answers): Kept {
  const running = holdingIn(found);
  const { services, backedUp, notes } = keptServices(found, running, answers);
  const schedules = Object.fromEntries(
    running.map((one) => [one.name, keptSchedule(one, backedUp)]),
  );
  const location = keptLocation(found, answers);
  const server = keptVelero(found);
  const { leftOut, notes: notesOfLeftOut } = keptLeftOut(found, running);
  const argocd = answers.argocdNamespace;
  const isArgocdHeld = backedUp.has(argocd) || isHeld(argocd, { schedules, leftOut });
  return {
    adopts: location.adopts,
    prefix: location.prefix,
    velero: server.velero,
    schedules,
    services: { [argocd]: argocdOf(answers, isArgocdHeld), ...services },
    leftOut: leftOut.filter(({ namespaces }) => namespaces !== argocd),
    longest: seconds(Math.max(...running.map(({ ttl }) => ttl))),
    drilled: isArgocdHeld ? argocd : ([...backedUp.values()][0] ?? ''),
    notes: [
      ...location.notes,
      ...notesOfOtherLocations(found, answers),
      ...server.notes,
      ...found.schedules.flatMap((one) =>
        notesOfSchedule(
          one,
          running.some(({ name }) => name === one.name),
        ),
      ),
      ...(found.repositoryPassword === 'default' ? [passwordIsPublic] : []),
      ...notesOfLeftOut,
      ...notes,
    ],
  };
}

type Declared = Pick<Kept, 'schedules' | 'leftOut'>;

const passwordIsPublic =
  'No Secret with a password of the repositories was found: if the cluster has none, the old copies have the public one.';

/** Whether a schedule of the whole cluster holds a namespace that the audit does not know. */
const isHeld = (namespace: string, { schedules, leftOut }: Declared): boolean =>
  Object.values(schedules).some(({ covers }) => covers === 'cluster') &&
  !leftOut.some(({ namespaces }) => namespaces === namespace);

/** ArgoCD brings everything else back: it is declared also where the audit does not know it. */
const argocdOf = ({ teams }: Answers, isBackedUp: boolean): object =>
  isBackedUp
    ? {
        owner: teams[0],
        tier: 'standard',
        verification: [{ check: 'objects', resource: 'applications.argoproj.io', atLeast: 1 }],
      }
    : { notBackedUp: asFound('no schedule holds the namespace of ArgoCD') };

import { selfReview } from '../self-review.ts';
import { namespace as velero } from '../../velero/velero-namespace.ts';
import type { DoctorCheck, DoctorContext, Found } from '../doctor-check.ts';
import type { Right } from '../self-review.ts';

interface Needed {
  readonly neededBy: string;
  readonly rights: readonly Right[];
  /** Whether there is another way, such as by the Argo Workflows server. */
  readonly isOptional?: true;
}

const inVelero = (verb: string, resource: string): Right => ({ verb, resource, namespace: velero });

/** What commands do as the user of kubectl; the server of Argo Workflows has users of its own. */
const needed = ({ environment }: DoctorContext): readonly Needed[] => [
  {
    neededBy: 'status, backup list',
    rights: [
      inVelero('get', 'backupstoragelocations.velero.io'),
      inVelero('list', 'backups.velero.io'),
      ...['create', 'get', 'delete'].map((verb) => inVelero(verb, 'downloadrequests.velero.io')),
    ],
  },
  {
    neededBy: 'backup describe, backup debug',
    rights: [
      ...['podvolumebackups', 'datauploads'].map((name) => inVelero('list', `${name}.velero.io`)),
      inVelero('list', 'pods'),
      inVelero('get', 'pods/log'),
    ],
  },
  {
    neededBy: 'restore plan, restore run',
    rights: [
      inVelero('get', 'workflowtemplates.argoproj.io'),
      ...namespacesOf(environment).flatMap((namespace) =>
        ['deployments.apps', 'persistentvolumeclaims', 'configmaps', 'secrets'].map((resource) => ({
          verb: 'list',
          resource,
          namespace,
        })),
      ),
    ],
  },
  {
    neededBy: 'argo submit, which runbooks say',
    rights: [inVelero('create', 'workflows.argoproj.io')],
    isOptional: true,
  },
];

const namespacesOf = ({ backups }: DoctorContext['environment']): string[] => [
  ...new Set(Object.values(backups.source.services).map(({ namespace }) => namespace)),
];

/** The user of kubectl may do what backups, restores and drills need, before somebody needs it. */
export const rights: DoctorCheck = {
  group: 'cluster',
  name: 'rights',
  examine: async (context) => {
    const all = needed(context);
    const allowed = await selfReview(
      context.kubectl,
      all.flatMap((one) => one.rights),
    );
    return all.map((one) =>
      judge(
        one,
        one.rights.filter((right) => !allowed.has(right)),
      ),
    );
  },
};

function judge({ neededBy, rights: asked, isOptional }: Needed, missing: readonly Right[]): Found {
  const subject = `rights for ${neededBy}`;
  const [first] = missing;
  if (!first) return { subject, state: 'ok', found: `all ${asked.length}` };
  const shown = missing.slice(0, 3).map((right) => words(right));
  const more = missing.length > 3 ? [`${missing.length - 3} more`] : [];
  return {
    subject,
    state: isOptional ? 'warning' : 'wrong',
    found: `kubectl may not ${[...shown, ...more].join(', ')}`,
    fix: `have them granted to who logs in here; look with: kubectl auth can-i ${first.verb} ${first.resource} --namespace ${first.namespace}`,
  };
}

const words = ({ verb, resource, namespace }: Right): string =>
  `${verb} ${resource} in ${namespace}`;

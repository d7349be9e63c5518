import type { Answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import { inEnvironment } from '../in-environment.ts';
import type { ClusterFlags } from '../kubernetes/cluster-flags.ts';
import { kubectlOf } from '../kubernetes/kubectl.ts';
import { backupOf } from '../velero/backup.ts';
import { mountedLocation } from '../velero/mounted-location.ts';
import { movementsOf } from '../velero/movements.ts';
import { servables } from '../velero/servable.ts';
import { volumeResults } from '../velero/volume-results.ts';
import type { Described } from './described.ts';
import { formatDescribed } from './format-described.ts';

/** Does what `resilience backup describe` promises. */
export const describeBackup = (name: string, flags: ClusterFlags): Promise<Answer<Described>> =>
  inEnvironment(flags, async (environment) => {
    const kubectl = kubectlOf(flags.context);
    await mountedLocation(kubectl, environment);
    const backup = (await backupOf(kubectl, name)) ?? { metadata: { name }, spec: {} };
    const services = await servables(kubectl, environment, name);
    const [volumes, movements] = await Promise.all([
      volumeResults(kubectl, name),
      movementsOf(kubectl, name),
    ]);
    const described: Described = {
      backup,
      services: services.map(({ service, refused }) => ({
        service,
        refusal: refused.get(name) ?? null,
      })),
      volumes,
      movements,
    };
    return {
      code: isWhole(described) ? exitCode.fine : exitCode.findings,
      result: described,
      text: () => formatDescribed(described),
    };
  });

const isWhole = ({ backup, volumes, movements }: Described): boolean =>
  backup.status?.phase === 'Completed' &&
  volumes.known &&
  volumes.volumes.every(({ result }) => result !== 'failed') &&
  movements.every(({ phase }) => phase === 'Completed');

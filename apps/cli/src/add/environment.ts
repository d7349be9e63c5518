import type { Environment } from '@resilience/config/environment';
import { listEnvironments } from '@resilience/config/load';

import type { Answers } from '../init/answers.ts';
import { environmentSource } from '../init/environment-source.ts';
import { permittedToGiveUp } from '../init/given-up.ts';
import { usualParts } from '../init/parts.ts';
import { standbySource } from '../init/standby-source.ts';
import { Refusal } from '../refusal.ts';
import { formatOptions, formatSource } from '../source/format-source.ts';
import { today } from '../today.ts';
import type { Addition, Declared } from './addition.ts';
import { declaredEnvironment, inConfig } from './declared-environment.ts';
import { needed } from './flags.ts';

export interface EnvironmentFlags {
  readonly cluster: string;
  readonly identity: string;
  readonly region?: string;
  readonly drRegion?: string;
  readonly account?: string;
  readonly breakGlass?: readonly string[];
  readonly monthlyBudget?: string;
  readonly standbyOf?: string;
}

/** `resilience add environment` */
export async function addEnvironment(
  declared: Declared,
  name: string,
  flags: EnvironmentFlags,
): Promise<Addition> {
  if (listEnvironments(declared.root).includes(name)) {
    throw new Refusal(`the environment ${name} is declared already`);
  }
  return flags.standbyOf === undefined
    ? another(declared, name, flags)
    : standby(declared, name, { ...flags, standbyOf: flags.standbyOf });
}

/** A cluster with a bucket of its own. */
async function another(
  declared: Declared,
  name: string,
  flags: EnvironmentFlags,
): Promise<Addition> {
  const [first] = declared.environments;
  if (!first) throw new Refusal('no environment is declared: "resilience init" declares the first');
  const known = declaredEnvironment(declared, first.name);
  const answers = answersOf(known, name, flags);
  const regions = [answers.region, ...(answers.drRegion === 'none' ? [] : [answers.drRegion])];
  return {
    title: `the environment ${name}`,
    files: [
      await newFile(declared.root, name, environmentSource(answers, usualParts(answers, today()))),
    ],
    edit: async (editor) => {
      const policy = await declared.policy();
      for (const region of regions.filter((one) => !policy.regions.includes(one))) {
        await editor.addElement(
          { file: 'environments/policy.ts', name: 'policy', path: ['regions'] },
          region,
        );
      }
      const permitted = permittedToGiveUp(answers);
      if (Object.keys(permitted).length > 0 && !('unprotected' in policy)) {
        await editor.addProperty(
          { file: 'environments/policy.ts', name: 'policy', path: [] },
          'unprotected',
          permitted,
        );
      }
    },
  };
}

function answersOf(known: Environment, name: string, flags: EnvironmentFlags): Answers {
  const { aws, gitops, monitoring, workflows, notifications, storage } = known;
  const account = flags.account ?? aws.account;
  const own = storage.kind === 'bucket' && account === aws.account ? storage : undefined;
  const breakGlass = flags.breakGlass ?? own?.breakGlass.principals ?? [];
  const [principal, ...others] = breakGlass;
  return {
    organisation: known.organisation,
    environment: name,
    account,
    region: flags.region ?? aws.region,
    drRegion: flags.drRegion ?? aws.drRegion ?? 'none',
    cluster: flags.cluster,
    identity: flags.identity,
    drCluster: 'none',
    repository: gitops.repository,
    revision: gitops.revision,
    argocdNamespace: gitops.namespace,
    monitoringNamespace: monitoring.namespace,
    monitoringLabels: monitoring.labels,
    argoNamespace: workflows.controller.namespace,
    argoLabels: workflows.controller.podLabels,
    pagerduty: false,
    withoutCluster: notifications.withoutCluster,
    teams: [
      needed('--owner', Object.keys(notifications.owners)[0], 'a team of notifications.owners'),
    ],
    monthlyBudget: Number(flags.monthlyBudget ?? own?.monthlyBudget.usd ?? 200),
    breakGlass: [
      needed('--break-glass', principal, `an IAM user or role of the account ${account}`),
      ...others,
    ],
    services: [],
    ...(known.prices ? { prices: known.prices } : {}),
  };
}

/** A cluster that mounts the replica of another environment, and is allowed to. */
async function standby(
  declared: Declared,
  name: string,
  flags: EnvironmentFlags & { readonly standbyOf: string },
): Promise<Addition> {
  const source = declaredEnvironment(declared, flags.standbyOf);
  const answers = { ...answersOf(source, source.name, flags), region: source.aws.region };
  const replicated =
    source.storage.kind === 'bucket' && source.storage.replication.to === 'dr-region';
  if (!replicated) {
    throw new Refusal(
      `${source.name} has no replica: declare storage.replication to dr-region first`,
    );
  }
  const text = standbySource({
    ...answers,
    drCluster: flags.cluster,
    drIdentity: flags.identity,
    standby: name,
    drilled: 'argocd',
  });
  return {
    title: `the environment ${name}, which mounts the replica of ${source.name}`,
    files: [await newFile(declared.root, name, text)],
    edit: (editor) =>
      editor.addElement(inConfig(source.name, 'storage', 'replication', 'readBy'), name),
  };
}

async function newFile(root: string, name: string, text: string) {
  const file = `environments/${name}/config.ts`;
  return {
    file,
    before: undefined,
    after: await formatSource(file, text, await formatOptions(root)),
  };
}

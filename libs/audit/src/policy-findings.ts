import { goDuration, seconds } from '@resilience/config/duration';
import { usd } from '@resilience/config/money';
import type { OrganisationPolicy } from '@resilience/policy/organisation-policy';
import { Rendered, type RenderedObject } from '@resilience/policy/rendered';
import type { Declared, Rule } from '@resilience/policy/rule';
import { backupsAreNotPruned } from '@resilience/policy/rules/gitops/backups-are-not-pruned';
import { backupsOutliveSchedules } from '@resilience/policy/rules/gitops/backups-outlive-schedules';
import { noRunsInGit } from '@resilience/policy/rules/gitops/no-runs-in-git';
import { pluginPairsWithServer } from '@resilience/policy/rules/gitops/plugin-pairs-with-server';
import { repositoryPasswordIsOurs } from '@resilience/policy/rules/encryption/repository-password-is-ours';
import { everyNodeIsCovered } from '@resilience/policy/rules/recovery/every-node-is-covered';
import { locationsAreUnderstood } from '@resilience/policy/rules/recovery/locations-are-understood';
import { locationsAreVerified } from '@resilience/policy/rules/recovery/locations-are-verified';
import { oneDefaultLocation } from '@resilience/policy/rules/recovery/one-default-location';
import { volumePoliciesAreThere } from '@resilience/policy/rules/recovery/volume-policies-are-there';
import { snapshotsAreKept } from '@resilience/policy/rules/retention/snapshots-are-kept';
import { ttlIsATime } from '@resilience/policy/rules/retention/ttl-is-a-time';
import { expressionsAreReadAlike } from '@resilience/policy/rules/scheduling/expressions-are-read-alike';
import { schedulesDoNotCollide } from '@resilience/policy/rules/scheduling/schedules-do-not-collide';
import { schedulesRun } from '@resilience/policy/rules/scheduling/schedules-run';

import { describeValue } from '@resilience/config/problem';
import { objectAt, textAt } from './input/plain.ts';
import { type Installation, passwordSources } from './installation/installation.ts';
import type { Schedule } from './installation/schedule.ts';
import type { Found } from './objects/found.ts';
import { defaultLocation } from './loss/held.ts';
import type { AuditFinding, AuditedVolume } from './result.ts';

/** A rule on rendered files, and the objects of an installation that it says something of. */
interface Applied {
  readonly rule: Rule;
  readonly to: (installation: Installation, volumes: readonly AuditedVolume[]) => readonly Found[];
}

const allSchedules = ({ schedules }: Installation): Found[] => schedules.map(asRulesReadIt);

/** Schedules that run at times which are known in UTC. */
const withCron = ({ schedules }: Installation): Found[] =>
  schedules
    .filter(({ firing: { utc, isUtcExact }, paused }) => utc && isUtcExact && !paused)
    .map(asRulesReadIt);

const awsLocations = ({ locations }: Installation): Found[] =>
  locations.filter(({ provider }) => provider === 'aws').map(({ found }) => found);

const applied: readonly Applied[] = [
  { rule: schedulesRun, to: allSchedules },
  {
    rule: expressionsAreReadAlike,
    to: ({ schedules }) =>
      schedules
        .filter(({ firing: { gap, why } }) => gap === undefined && !/fills in/.test(why ?? ''))
        .map(asRulesReadIt),
  },
  { rule: schedulesDoNotCollide, to: withCron },
  { rule: backupsOutliveSchedules, to: allSchedules },
  {
    rule: backupsAreNotPruned,
    to: (installation) =>
      installation.objects.some(({ kind }) => kind.startsWith('argoproj.io/Application'))
        ? allSchedules(installation)
        : [],
  },
  { rule: ttlIsATime, to: allSchedules },
  {
    rule: volumePoliciesAreThere,
    to: ({ schedules, isLive, server }) => (isLive || server ? schedules.map(asRulesReadIt) : []),
  },
  {
    rule: noRunsInGit,
    to: ({ objects, isLive }) =>
      isLive
        ? []
        : objects.filter(({ kind }) =>
            /^velero\.io\/(Backup|Restore|DeleteBackupRequest|DataUpload|PodVolumeBackup)$/.test(
              kind,
            ),
          ),
  },
  { rule: locationsAreUnderstood, to: awsLocations },
  {
    rule: locationsAreVerified,
    to: ({ locations }) =>
      locations
        .map(({ found }) => found)
        .filter(({ value }) => 'config' in objectAt(value, 'spec')),
  },
  {
    rule: snapshotsAreKept,
    to: ({ snapshotClasses }) =>
      snapshotClasses.filter(
        ({ value }) =>
          textAt(value, 'metadata', 'labels', 'velero.io/csi-volumesnapshot-class') === 'true',
      ),
  },
  { rule: everyNodeIsCovered, to: ({ nodeAgents }) => nodeAgents.map(asOfVelero) },
  { rule: pluginPairsWithServer, to: paired },
  { rule: oneDefaultLocation, to: withoutDefault },
  {
    rule: repositoryPasswordIsOurs,
    to: (installation, volumes) => {
      const copiesFiles = volumes.some(({ copies }) =>
        copies.some(({ method }) => method === 'file-system' || method === 'data-mover'),
      );
      return copiesFiles && passwordSources(installation).length === 0 ? wholeOf(installation) : [];
    },
  },
];

/** A schedule whose expression and TTL are written as rules read them: five fields, and hours, minutes, seconds. */
function asRulesReadIt({ found, firing, ttl, template, wrong }: Schedule): Found {
  const spec = objectAt(found.value, 'spec');
  const metadata = objectAt(found.value, 'metadata');
  const isWrong = (name: string): boolean => wrong.some(({ path }) => path.includes(name));
  return {
    ...found,
    value: {
      metadata: {
        ...metadata,
        annotations: isWrong('annotations') ? {} : objectAt(metadata, 'annotations'),
      },
      spec: {
        ...spec,
        ...(isWrong('paused') ? { paused: false } : {}),
        ...(isWrong('useOwnerReferencesInBackup') ? { useOwnerReferencesInBackup: false } : {}),
        schedule: (firing.utc ?? firing.cron)?.expression ?? firing.written,
        template: {
          ...(template.resourcePolicy ? { resourcePolicy: template.resourcePolicy } : {}),
          ttl: ttl === undefined ? (template.ttl ?? '') : goDuration({ seconds: Math.floor(ttl) }),
        },
      },
    },
  };
}

/** Rules know Velero's workloads by the label that the layer gives them. */
const asOfVelero = (found: Found): Found => {
  const value = objectAt(found.value);
  const pod = objectAt(value, 'spec', 'template', 'spec');
  return {
    ...found,
    value: {
      metadata: { labels: { 'app.kubernetes.io/name': 'velero' } },
      spec: { template: { spec: { containers: [], serviceAccountName: '', ...pod } } },
    },
  };
};

/** Servers whose version, and whose plugin's, are written. */
function paired({ servers }: Installation): Found[] {
  return servers
    .filter(
      ({ image, plugins }) =>
        /\/velero:v1\.\d+\./.test(image) &&
        plugins.some((one) => /\/velero-plugin-for-aws:v1\.\d+\./.test(one)),
    )
    .map(({ found }) => asOfVelero(found));
}

const wholeOf = ({ server, schedules, locations }: Installation): Found[] => {
  const found = server?.found ?? schedules[0]?.found ?? locations[0]?.found;
  return found ? [{ ...found, kind: 'environment', name: 'Velero', value: {} }] : [];
};

/** Locations of which none is taken by a backup that names none, though some backup does. */
function withoutDefault(installation: Installation): Found[] {
  const { locations, schedules, server } = installation;
  const asks = schedules.some(({ template }) => !template.storageLocation);
  const has = defaultLocation(locations, server?.defaultLocation) !== undefined;
  return locations.length > 0 && asks && !has ? wholeOf(installation) : [];
}

const noLength = { minimum: seconds(0), maximum: seconds(0) };

/** None of the rules that are applied here reads the bounds of an organisation. */
const noBounds: OrganisationPolicy = {
  retention: { critical: noLength, important: noLength, standard: noLength },
  replicated: [],
  accessLogs: { minimum: seconds(0) },
  evidence: { minimum: seconds(0) },
  encryption: { keyRotationAtMost: seconds(0), keyDeletionWindowAtLeast: seconds(0) },
  regions: ['us-east-1'],
  budgetAtMost: usd(0),
};

/** Nor does any compare with what an environment declares. */
const nothing: Declared = { services: {}, schedules: {}, notBackedUp: {} };

/** What the rules on rendered files say of an installation, of the objects that it has in common with rendered ones. */
export function policyFindings(
  installation: Installation,
  volumes: readonly AuditedVolume[],
): AuditFinding[] {
  return applied.flatMap(({ rule, to }) => {
    const objects = to(installation, volumes);
    const rendered = new Rendered('audit', [...objects, ...others(installation, objects)]);
    return objects.flatMap((object) => findingsOf(rule, object, rendered));
  });
}

/** What a rule may look up beside its objects. */
const others = ({ objects }: Installation, judged: readonly RenderedObject[]): Found[] => {
  const kinds = new Set(judged.map(({ kind }) => kind));
  return objects.filter(({ kind }) => !kinds.has(kind));
};

const findingsOf = (rule: Rule, object: Found, rendered: Rendered): AuditFinding[] =>
  rule
    .judge({ object, rendered, policy: noBounds, declaration: nothing })
    .map(({ message, expected, received, at }) => {
      const { file, line } = object.placeAt(at);
      return {
        rule: rule.id,
        severity: rule.severity,
        subject:
          object.kind === 'environment'
            ? object.name
            : `${object.kind.split('/').at(-1)}/${object.name}`,
        message,
        expected,
        received: describeValue(received),
        file,
        line,
        why: rule.why,
        source: rule.source,
      };
    });

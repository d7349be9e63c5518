import { edit, type Edited, type Plant } from '../copy.ts';

/** The rule that has to catch it, what is planted, how, and where if not in production. */
export type Row = readonly [rule: string, what: string, plant: Plant, environment?: string];

export const tf = (stack: string, change: (content: Edited) => void): Plant =>
  edit(`terraform/${stack}/main.tf.json`, change);
export const storage = (change: (resource: Edited, data: Edited) => void): Plant =>
  tf('backup-storage', ({ resource, data }) => change(resource, data));
export const roles = (change: (documents: Edited) => void): Plant =>
  tf('access', ({ data }) => change(data.aws_iam_policy_document));
/** Of the roles of pipelines. */
export const pipelines = (change: (documents: Edited) => void): Plant =>
  tf('bootstrap', ({ data }) => change(data.aws_iam_policy_document));
export const lifecycle = (change: (rules: Edited) => void): Plant =>
  storage((all) =>
    change(all.aws_s3_bucket_lifecycle_configuration.backups_storage_lifecycle.rule),
  );
export const replication = (change: (rules: Edited) => void): Plant =>
  storage((all) =>
    change(all.aws_s3_bucket_replication_configuration.replication_configuration.rule),
  );
export const manifest = (file: string, change: (content: Edited) => void): Plant =>
  edit(`kubernetes/${file}.yaml`, change);
export const daily = (change: (spec: Edited, metadata: Edited) => void): Plant =>
  manifest('velero-schedules/schedule-daily', ({ spec, metadata }) => change(spec, metadata));
export const server = (change: (pod: Edited) => void): Plant =>
  manifest('velero-server/deployment-velero', (all) => change(all.spec.template.spec));
export const agent = (change: (pod: Edited) => void): Plant =>
  manifest('velero-node-agent/daemonset-node-agent', (all) => change(all.spec.template.spec));
export const location = (change: (spec: Edited) => void): Plant =>
  manifest('velero-locations/backupstoragelocation-default', ({ spec }) => change(spec));
export const workflow = (name: string, change: (spec: Edited) => void): Plant =>
  manifest(`velero-workflows/workflowtemplate-${name}`, ({ spec }) => change(spec));
export const drill = (name: string, change: (spec: Edited) => void): Plant =>
  manifest(`velero-workflows/cronworkflow-drill-${name}`, ({ spec }) => change(spec.workflowSpec));
export const application = (name: string, change: (spec: Edited) => void): Plant =>
  manifest(`argocd/application-${name}`, ({ spec }) => change(spec));
/** @param name of a channel, with `channel-` before it, or `heartbeat` */
export const routing = (name: string, change: (spec: Edited) => void): Plant =>
  manifest(`resilience-routing/alertmanagerconfig-resilience-${name}`, ({ spec }) => change(spec));
export const alert = (expr: string): Plant =>
  add('PrometheusRule', { spec: { groups: [{ rules: [{ expr }] }] } }, 'monitoring.coreos.com/v1');

/** Puts an object into the copy that is not rendered. */
export function add(kind: string, rest: object = {}, apiVersion = 'velero.io/v1'): Plant {
  return (files) =>
    files.set('kubernetes/planted.yaml', { apiVersion, kind, metadata: { name: 'x' }, ...rest });
}

export const remove =
  (file: string): Plant =>
  (files) => {
    if (!files.delete(`kubernetes/${file}.yaml`)) throw new Error(`${file} is not rendered`);
  };

/** Drops all resources of a type from the stack of the backups. */
export const without = (type: string): Plant =>
  storage((all) => {
    if (!(type in all)) throw new Error(`no ${type} is rendered`);
    delete all[type];
  });

export const first = (named: Edited): Edited => Object.values(named)[0];

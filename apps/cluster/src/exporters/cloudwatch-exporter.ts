import type { Environment } from '@resilience/config/environment';
import { monitoringRole, monitoringServiceAccount } from '@resilience/config/names';
import { roleAnnotations } from '@resilience/config/role-annotations';
import { Size } from 'cdk8s';
import type { Construct } from 'constructs';

import { cloudwatchJobs } from './cloudwatch/jobs.ts';
import { addExporter } from './exporter.ts';

const folder = '/etc/yace';
const file = 'config.json';

export const cloudwatchPort = 5000;

/** Asks CloudWatch, every five minutes, for what neither Velero nor its objects know. */
export function addCloudwatchExporter(scope: Construct, environment: Environment): void {
  addExporter(scope, {
    account: monitoringServiceAccount,
    annotations: roleAnnotations(environment, monitoringRole(environment)),
    image: environment.monitoring.exporters.cloudwatch,
    args: [
      `--listen-address=:${cloudwatchPort}`,
      `--config.file=${folder}/${file}`,
      '--scraping-interval=300',
      // It would warn, of each job, that it may not ask for the alias of the account.
      '--log.level=error',
    ],
    port: cloudwatchPort,
    configuration: {
      folder,
      file,
      value: {
        apiVersion: 'v1alpha1',
        'sts-region': environment.aws.region,
        static: cloudwatchJobs(environment),
      },
    },
    readsCluster: false,
    memory: Size.mebibytes(64),
  });
}

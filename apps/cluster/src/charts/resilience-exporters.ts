import type { Environment } from '@resilience/config/environment';
import type { Construct } from 'constructs';

import { addCloudwatchExporter } from '../exporters/cloudwatch-exporter.ts';
import { addObjectStateExporter } from '../exporters/object-state-exporter.ts';
import { ResilienceChart } from './resilience-chart.ts';

/** What is told to Prometheus of backups and of AWS beyond what Velero tells itself. */
export class ResilienceExporters extends ResilienceChart {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'resilience-exporters');
    addObjectStateExporter(this, environment);
    addCloudwatchExporter(this, environment);
  }
}

import { join } from 'node:path';

import { objectStateServiceAccount } from '@resilience/config/names';

import { tokenOf } from '../apiserver/token-of.ts';
import { Cleanups } from '../cleanups.ts';
import { debianPackages } from '../debian-packages.ts';
import { renderedExporter } from '../metrics/rendered-exporter.ts';
import { startExporter } from '../metrics/start-exporter.ts';
import { renderedRules } from '../prometheus/rendered-rules.ts';
import { serve } from '../prometheus/serve.ts';
import { type ActiveAlert, startPrometheus } from '../prometheus/start-prometheus.ts';
import type { Report } from '../report.ts';
import { waitUntil } from '../wait-until.ts';
import type { Cluster } from './cluster.ts';

/** Who watches a cluster: a Prometheus with the rendered alerts. */
export interface Watch {
  /**
   * Waits until the expression of an alert is true of something that has happened since a moment.
   *
   * @param since in milliseconds
   * @returns how that is told to people, or nothing where no Prometheus is there
   */
  readonly alerted: (alert: string, since: number) => Promise<string>;
  readonly stop: () => Promise<void>;
}

const nobody: Watch = { alerted: () => Promise.resolve(''), stop: () => Promise.resolve() };

/** Starts Prometheus with the exporter of the state of objects, as they are rendered. */
export async function startWatch(cluster: Cluster, report: Report): Promise<Watch> {
  const found = debianPackages('prometheus');
  if ('missing' in found) {
    report.skip('whether faults are alerted on', found.missing);
    return nobody;
  }
  const cleanups = new Cleanups();
  try {
    return await start(cluster, join(found.folder, 'usr/bin/prometheus'), cleanups);
  } catch (error) {
    await cleanups.run();
    throw error;
  }
}

async function start(cluster: Cluster, program: string, cleanups: Cleanups): Promise<Watch> {
  const { client, server, environment, argo } = cluster;
  const rendered = renderedExporter(environment.name);
  for (const object of rendered.access) await client.apply(object);
  const token = await tokenOf(client, objectStateServiceAccount);
  const exporter = await startExporter(rendered, { ...server, token });
  cleanups.defer(exporter.stop);
  const endpoint = await serve({
    '/velero': () => cluster.velero().scrape(),
    '/argo-workflows': argo?.scrape,
  });
  cleanups.defer(endpoint.stop);
  const targets = {
    velero: endpoint.target('velero'),
    'resilience-object-state': exporter.target,
    ...(argo && { 'argo-workflows': endpoint.target('argo-workflows') }),
  };
  const prometheus = await startPrometheus({
    program,
    targets,
    rules: { groups: renderedRules(environment.name) },
    interval: 2,
  });
  cleanups.defer(prometheus.stop);
  await waitUntil('Prometheus has seen all that it watches', 60_000, async () => {
    const seen = await prometheus.ask('query', { query: 'up == 1' });
    return seen.length === Object.keys(targets).length;
  });
  return {
    alerted: async (alert, since) => {
      await waitUntil(`${alert} is active`, 30_000, async () => {
        const active = await prometheus.alerts();
        return active.some(({ labels, ...told }) => {
          return labels['alertname'] === alert && isSince(told, since);
        });
      });
      return alert;
    },
    stop: () => cleanups.run(),
  };
}

/** An alert that is active already can be so once more: its value is the moment that it is about. */
const isSince = (
  { activeAt, value }: Pick<ActiveAlert, 'activeAt' | 'value'>,
  since: number,
): boolean => Date.parse(activeAt) >= since || Number(value) >= Math.floor(since / 1000);

/** Waits until people are alerted. @returns that they are, as the end of a sentence */
export async function alertedBy(
  { alerted }: { readonly alerted: (alert: string) => Promise<string> },
  alert: string,
): Promise<string> {
  const said = await alerted(alert);
  return said === '' ? '' : `, and ${said} is active`;
}

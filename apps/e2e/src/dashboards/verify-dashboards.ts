import assert from 'node:assert/strict';
import { join } from 'node:path';

import type { Environment } from '@resilience/config/environment';

import { debianPackages } from '../debian-packages.ts';
import { declaredNames, load } from '../declared.ts';
import { renderedRules } from '../prometheus/rendered-rules.ts';
import { serve } from '../prometheus/serve.ts';
import { type Prometheus, startPrometheus } from '../prometheus/start-prometheus.ts';
import { Report } from '../report.ts';
import { waitUntil } from '../wait-until.ts';
import { canDecode, decodeStrictly } from './decode-strictly.ts';
import { healthyDay } from './healthy-day.ts';
import { quietPanels } from './quiet-panels.ts';
import {
  type PanelQuery,
  queriesOf,
  type RenderedDashboard,
  renderedDashboards,
} from './rendered-dashboards.ts';

/** The growth of something is known from its second value on, and some rules ask what others recorded. */
const enoughRounds = 6;

const report = new Report();
const names = declaredNames();
await decodeAll(
  names.flatMap((name) => renderedDashboards(name).map((one) => [name, one] as const)),
);
const found = debianPackages('prometheus');
for (const name of names) {
  if ('missing' in found) report.skip(`what the dashboards of ${name} ask`, found.missing);
  else await verify(await load(name), join(found.folder, 'usr/bin/prometheus'));
}
process.exitCode = report.finish() ? 0 : 1;

async function decodeAll(all: readonly (readonly [string, RenderedDashboard])[]): Promise<void> {
  if (!canDecode()) {
    report.skip('the form of the dashboards', 'go is not on the PATH');
    return;
  }
  const [first] = all;
  if (!first) throw new Error('no dashboard is rendered');
  const broken = { ...first[1], json: first[1].json.replace('"showHeader"', '"showsHeader"') };
  await report.check('a misspelt option is not taken by the types of Grafana', async () => {
    assert.throws(() => decodeStrictly(broken), /showsHeader/);
  });
  for (const [name, dashboard] of all) {
    await report.check(`${name} ${dashboard.name} is taken by them`, async () =>
      decodeStrictly(dashboard),
    );
  }
}

/** Asks a real Prometheus, which knows a healthy day and all rules, what the dashboards ask. */
async function verify(environment: Environment, program: string): Promise<void> {
  const jobs = Object.entries(healthyDay(environment, Date.now() / 1000));
  const endpoint = await serve(
    Object.fromEntries(jobs.map(([job, samples]) => [`/${job}`, samples.join('')])),
  );
  const prometheus = await startPrometheus({
    program,
    targets: Object.fromEntries(jobs.map(([job]) => [job, endpoint.target(job)])),
    rules: { groups: renderedRules(environment.name) },
  });
  try {
    await untilScraped(prometheus);
    for (const dashboard of renderedDashboards(environment.name)) {
      const queries = queriesOf(dashboard);
      await report.check(`${environment.name} ${dashboard.name} is answered`, async () => {
        const problems = await Promise.all(queries.map((query) => problemOf(prometheus, query)));
        const told = problems.filter((problem) => problem !== undefined);
        if (told.length > 0) throw new Error(told.join('\n'));
        return `${queries.length} queries`;
      });
    }
  } finally {
    prometheus.stop();
    endpoint.stop();
  }
}

function untilScraped(prometheus: Prometheus): Promise<unknown> {
  const query = `${seen('up')} and ${seen('ALERTS{alertname="ResilienceWatchdog"}')}`;
  return waitUntil('Prometheus has scraped a healthy day and judged it', 60_000, async () => {
    const series = await prometheus.ask('query', { query });
    return series.length > 0;
  });
}

function seen(metric: string): string {
  return `min(count_over_time(${metric}[1m])) >= ${enoughRounds}`;
}

/** @returns what is wrong with a query, or with what it finds */
async function problemOf(prometheus: Prometheus, query: PanelQuery): Promise<string | undefined> {
  try {
    const series = await answer(prometheus, query);
    const quiet = quietPanels[query.panel];
    if (series === 0) return quiet ? undefined : `${query.where} finds nothing: ${query.expr}`;
    return quiet ? `${query.where} finds ${series} series, although ${quiet}` : undefined;
  } catch (error) {
    return `${query.where}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** @returns how many series there are */
async function answer(prometheus: Prometheus, { expr, instant }: PanelQuery): Promise<number> {
  const now = Date.now() / 1000;
  const series = instant
    ? await prometheus.ask('query', { query: expr, time: String(now) })
    : await prometheus.ask('query_range', {
        query: expr,
        start: String(now - 2),
        end: String(now),
        step: '1',
      });
  return series.length;
}

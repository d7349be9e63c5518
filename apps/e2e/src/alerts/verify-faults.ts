import { join } from 'node:path';

import { renderedRules } from '../prometheus/rendered-rules.ts';
import { serve } from '../prometheus/serve.ts';
import {
  type ActiveAlert,
  type Prometheus,
  startPrometheus,
} from '../prometheus/start-prometheus.ts';
import type { Report } from '../report.ts';
import { waitUntil } from '../wait-until.ts';
import { asOf, type Day, healthyDay } from './day/day.ts';
import { faults } from './faults.ts';

const environment = 'production';
const watchdog = 'ResilienceWatchdog{}';

/** A real Prometheus sees a day go by, one fault after the other, each of which is mended. */
export async function verifyFaults(programs: string, report: Report): Promise<void> {
  const pages: Record<string, string | undefined> = {};
  const tell = (day: Day): void => {
    const now = Date.now() / 1000;
    for (const [job, text] of Object.entries(day)) pages[`/${job}`] = text && asOf(text, now);
  };
  tell(healthyDay());
  const endpoint = await serve(pages);
  const prometheus = await startPrometheus({
    program: join(programs, 'prometheus'),
    targets: Object.fromEntries(
      Object.keys(healthyDay()).map((job) => [job, endpoint.target(job)]),
    ),
    rules: { groups: renderedRules(environment) },
  });
  const isQuiet = (when: string) =>
    report.check(`${environment}: ${when}, no alert but the watchdog is active`, () =>
      expectAlerts(prometheus, [watchdog]),
    );
  try {
    await isQuiet('on a day without a fault');
    for (const { what, happen, alerts } of faults) {
      tell(happen(healthyDay()));
      await report.check(`${environment}: when ${what}, that alone is alerted on`, async () => {
        await expectAlerts(prometheus, [...alerts, watchdog]);
        return alerts.join(', ');
      });
      tell(healthyDay());
      await isQuiet('once that is mended');
    }
  } finally {
    prometheus.stop();
    endpoint.stop();
  }
}

/** What every alert has, or only people need. */
const alike = new Set(['alertname', 'severity', 'environment', 'namespace', 'component', 'owner']);

const written = ({ labels }: ActiveAlert): string => {
  const own = Object.entries(labels).filter(([key]) => !alike.has(key));
  const matchers = own.map(([key, value]) => `${key}="${value}"`).toSorted();
  return `${labels['alertname']}{${matchers.join(',')}}`;
};

/** A scrape, an evaluation of what is recorded and one of what is alerted on are a second each. */
const settled = 6000;

/**
 * A scrape may take no longer than a second, and one that does alerts for a moment: only what lasts counts.
 *
 * @throws when other alerts are active in the end, or the expected ones do not stay so
 */
async function expectAlerts(prometheus: Prometheus, expected: readonly string[]): Promise<void> {
  const wanted = expected.toSorted().join('\n');
  let active = '';
  let since: number | undefined;
  const last = async (): Promise<boolean> => {
    active = (await prometheus.alerts()).map(written).toSorted().join('\n');
    since = active === wanted ? (since ?? performance.now()) : undefined;
    return since !== undefined && performance.now() - since >= settled;
  };
  try {
    await waitUntil('the alerts stay as expected', 60_000, last);
  } catch (error) {
    throw new Error(`expected\n${wanted}\nand found\n${active}`, { cause: error });
  }
}

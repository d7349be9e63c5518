import { deepEqual } from 'node:assert/strict';

import { type Client, succeeded } from '../apiserver/client.ts';
import type { Report } from '../report.ts';
import { waitUntil } from '../wait-until.ts';
import type { RenderedExporter } from './rendered-exporter.ts';
import { formatSeries, seriesOf } from './series.ts';
import type { Exporter } from './start-exporter.ts';
import { toldBackups } from './told-backups.ts';
import { toldCopies } from './told-copies.ts';
import type { ToldObject } from './told-object.ts';
import { toldSchedules } from './told-schedules.ts';
import { toldStorage } from './told-storage.ts';

interface Running {
  readonly client: Client;
  readonly exporter: Exporter;
  readonly rendered: RenderedExporter;
}

/** Objects of every kind that is told of. */
export const toldObjects: readonly ToldObject[] = [
  ...toldBackups,
  ...toldStorage,
  ...toldSchedules,
  ...toldCopies,
];

/** Makes objects, and compares every series that is told of them. */
export async function verifySeries(running: Running, report: Report): Promise<void> {
  const { client, rendered } = running;
  for (const { object } of toldObjects) await client.apply(object);
  const told = await everythingIsTold(running);
  for (const { what, series, object } of toldObjects) {
    await report.check(`${what} is told of by ${series.length} series`, async () => {
      const label = labelOf(object.kind);
      const found = told.filter((each) => each.includes(`${label}="${object.metadata.name}"`));
      deepEqual(found.filter(isOf(object.kind)).toSorted(), series.toSorted());
    });
  }
  await report.check('nothing else is told', async () => {
    deepEqual(told, toldObjects.flatMap(({ series }) => series).toSorted());
  });
  await report.check('every metric that is rendered was seen', async () => {
    deepEqual(new Set(told.map((each) => each.split('{')[0])), metricsOf(rendered));
  });
  await verifyChanges(running, report);
}

/** The exporter looks for definitions every three seconds, and for objects all the time. */
async function everythingIsTold(running: Running): Promise<string[]> {
  const expected = toldObjects.flatMap(({ series }) => series).length;
  const seen = await waitUntil('something is told', 60_000, async () => {
    const series = await told(running);
    return series.length > 0 && series;
  });
  return waitUntil('everything is told', 30_000, async () => {
    const series = await told(running);
    return series.length >= expected && series;
  }).catch(() => seen);
}

const told = async ({ exporter, rendered }: Running): Promise<string[]> =>
  seriesOf(await exporter.scrape())
    .map((series) => formatSeries(series, rendered.droppedLabels))
    .toSorted();

const snakeCase = (kind: string): string =>
  kind.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();

/** The label that names an object of a kind. */
const labelOf = (kind: string): string =>
  snakeCase(kind)
    .replace('backup_storage_location', 'storage_location')
    .replace('backup_repository', 'repository');

const isOf =
  (kind: string) =>
  (series: string): boolean =>
    new RegExp(`^resilience_${snakeCase(kind)}_(?!storage|repository)`).test(series);

interface Configuration {
  readonly spec: {
    readonly resources: readonly {
      readonly metricNamePrefix: string;
      readonly metrics: readonly { readonly name: string }[];
    }[];
  };
}

const metricsOf = ({ files }: RenderedExporter): Set<string> =>
  new Set(
    Object.values(files)
      .map((text) => JSON.parse(text) as Configuration)
      .flatMap(({ spec }) =>
        spec.resources.flatMap(({ metricNamePrefix, metrics }) =>
          metrics.map(({ name }) => `${metricNamePrefix}_${name}`),
        ),
      ),
  );

/** What an alert waits for to end. */
async function verifyChanges(running: Running, report: Report): Promise<void> {
  const { client } = running;
  const lost = toldObjects.find(({ object }) => object.metadata.name === 'lost');
  if (!lost) throw new Error('there is no location that is lost');
  const available = { ...lost.object, status: { phase: 'Available' } };
  const unavailable = `resilience_backup_storage_location_phase{phase="Unavailable",storage_location="lost"}`;
  await report.check('a location that is reached again is told of at once', async () => {
    await client.apply(available);
    await waitUntil('it is told', 10_000, async () =>
      (await told(running)).includes(`${unavailable} 0`),
    );
  });
  await report.check('nothing is told any more of what is deleted', async () => {
    succeeded(await client.request('DELETE', await client.pathOf(lost.object)));
    await waitUntil('it is forgotten', 10_000, async () =>
      (await told(running)).every((series) => !series.includes('"lost"')),
    );
  });
  await client.apply(lost.object);
  await waitUntil('it is told again', 10_000, async () =>
    (await told(running)).includes(`${unavailable} 1`),
  );
}

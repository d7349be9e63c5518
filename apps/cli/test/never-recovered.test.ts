import { stripVTControlCharacters } from 'node:util';

import { minutes } from '@resilience/config';
import type { CompleteInput } from '@resilience/config/declaration';
import type { Environment } from '@resilience/config/environment';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { scenarios } from '@resilience/config/scenario';
import { budgets } from '@resilience/documents/recovery-steps/budgets';
import { simulationPicture } from '@resilience/documents/pictures/simulation-picture';
import { everyRow } from '@resilience/documents/recovery-report/recovery-report-rows';
import { disasters } from '@resilience/recovery/disaster';
import { inputsOfLoss, inputsOfTime } from '@resilience/recovery/inputs';
import { type Proof, prove } from '@resilience/recovery/prove';
import { simulate } from '@resilience/recovery/simulate';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { formatReport } from '../src/drill/format-report.ts';
import { judgeReport } from '../src/drill/judge-report.ts';
import { formatProof } from '../src/explain/format-proof.ts';
import { breaches } from '../src/render/breaches.ts';
import { formatSimulation } from '../src/simulate/format-simulation.ts';
import { drillReportOf } from './drill-reports.ts';

type Edit = (declaration: CompleteInput) => void;

const shop = ({ services }: CompleteInput) => {
  if (!services['shop']) throw new Error('no shop');
  return services['shop'];
};

/** The fixture's shop, whose cache no backup holds. */
const reason = 'The cache fills itself again.';
const line = `never recovered: volume cache (content cache): ${reason}`;

const withoutCache: Edit = (declaration) => delete shop(declaration).volumes['cache'];

const explained = (environment: Environment): string[] =>
  prove(environment).map((proof) =>
    // A terminal, and Nx, ask for colours.
    stripVTControlCharacters(
      formatProof({ ...proof, inputs: { rpo: inputsOfLoss(proof), rto: inputsOfTime(proof) } }),
    ),
  );

const drilled = (environment: Environment, scenario: Proof['scenario']): string => {
  const report = drillReportOf();
  const services = report.services.map((one) => ({ ...one, service: 'shop', scenario }));
  const found = { report: { ...report, services }, address: 's3://reports/1.json' };
  return formatReport(judgeReport(found, 7200, prove(environment)));
};

const flags = {
  env: 'primary',
  years: 20,
  seed: 1,
  failing: 0,
  outages: 0,
  format: 'text',
} as const;

const simulated = (environment: Environment, scenario: Proof['scenario']) =>
  simulate(environment, { years: 20, seed: 1, failingRuns: 0, outagesPerYear: 0 }).filter(
    ({ proof }) => proof.scenario === scenario,
  );

/** Each place where people read a verdict. */
const places: [string, (environment: Environment, scenario: Proof['scenario']) => string][] = [
  [
    'explain',
    (environment, scenario) =>
      explained(environment).find((text) => text.startsWith(scenario)) ?? '',
  ],
  [
    'the page of the disaster',
    (environment, scenario) =>
      budgets(
        environment,
        scenario,
        prove(environment).filter((proof) => proof.scenario === scenario),
      ).join('\n'),
  ],
  [
    'simulate',
    (environment, scenario) => formatSimulation(flags, simulated(environment, scenario), []),
  ],
  ['the report of a drill', drilled],
];

test.each(
  some(
    places.flatMap(([place, show]) =>
      scenarios.map((scenario) => [place, scenario, show] as const),
    ),
  ),
)('%s says of %s what is never recovered, and why', (_, scenario, show) => {
  const lost = !disasters[scenario].keepsVolumes;
  expect(show(primaryEnvironment(), scenario).includes(line)).toBe(lost);
  expect(show(primaryEnvironment(withoutCache), scenario)).not.toContain('never recovered');
});

const picture = (edit?: Edit) =>
  simulationPicture(flags, simulated(primaryEnvironment(edit), 'key-loss'));

test('the picture of a simulation names it, too', () => {
  expect(picture()).toContain('shop: never recovered: volume cache (content cache)');
  expect(picture(withoutCache)).not.toContain('never recovered');
});

const rowOf = (scenario: string, edit?: Edit): string => {
  const environment = primaryEnvironment(edit);
  const rows = everyRow({ environment, proofs: prove(environment) }).split('\n');
  return rows.find((row) => row.startsWith(`| shop | ${scenario} |`)) ?? '';
};

test('a row of the report holds for the rest only, and names what is lost', () => {
  expect(rowOf('volume-corruption')).toBe(
    '| shop | volume-corruption | 1 d | 1 h 20 min (assumed); never recovered: volume cache (content cache) | 20 min | 12 min 38 s (assumed) | 4 min 53 s (assumed) | hourly | holds for the rest, with assumed times |',
  );
  expect(rowOf('pod-failure')).toMatch(/ 0 s .* holds, with assumed times \|$/);
  expect(rowOf('volume-corruption', withoutCache)).toMatch(/ holds, with assumed times \|$/);
});

const skipData: Edit = (declaration) => {
  const { data } = shop(declaration).volumes;
  if (data) data.backup = { method: 'skip', reason: 'It is made\nagain | from the ledger.' };
};

test('a database that no backup holds is a breach, and the error says so', () => {
  const environment = primaryEnvironment(skipData);
  const [breach, ...others] = breaches(environment, prove(environment));
  expect(breach).toMatchObject({
    path: 'services.shop.objectives.volume-corruption.rpo',
    message: 'no backup holds all of the service, so that no schedule meets this RPO',
    received: 'volume data (content postgres): It is made again | from the ledger.',
    fix: expect.stringContaining('services.shop.volumes.data.backup') as string,
  });
  expect(others.map(({ code }) => code)).toEqual(Array.from({ length: 7 }, () => 'recovery/rpo'));
  expect(rowOf('volume-corruption', skipData)).toMatch(
    / never recovered: volume data \(content postgres\), volume cache \(content cache\) .* breached \|$/,
  );
});

test('a waiver excuses it, with its reason', () => {
  const environment = primaryEnvironment((declaration) => {
    skipData(declaration);
    declaration.waivers = scenarios.map((scenario) => ({
      rule: 'recovery/rpo',
      subject: `shop/${scenario}`,
      reason: 'The ledger has all of it.',
      owner: 'sales',
      expires: '2030-01-01',
    }));
  });
  expect(breaches(environment, prove(environment))).toEqual([]);
});

test('an environment without schedules loses everything, whatever stays elsewhere', () => {
  const environment = { ...primaryEnvironment(), schedules: {} };
  const text = explained(environment).find((one) => one.startsWith('key-loss')) ?? '';
  expect(text).toContain(
    'no copy of its objects, data, files is left\n    - no schedule is declared',
  );
  expect(text).not.toContain('nothing is lost');
});

test.each([
  ['snapshots', '| no backup that is left is whole | no copy of data is left; never recovered: '],
  [
    'nowhere',
    '| nothing is left | everything: no copy of its objects, data, files is left; never ',
  ],
])('the page of a disaster says what is left of a backup: %s', (where, cells) => {
  const environment = primaryEnvironment(({ schedules, storage }) => {
    if (where === 'snapshots') Object.assign(schedules['hourly'] ?? {}, { volumes: 'snapshots' });
    else Object.assign(storage, { replication: { to: 'nowhere', reason: 'It is a rehearsal.' } });
  });
  const lost = prove(environment).filter(({ scenario }) => scenario === 'region-failure');
  expect(budgets(environment, 'region-failure', lost)[0]).toContain(cells);
  // There are no times to say anything of.
  expect(budgets(environment, 'region-failure', lost).join('\n')).not.toContain('assumed');
});

test('what cannot be simulated is named, and why', () => {
  const environment = primaryEnvironment(({ recovery, storage }) => {
    delete recovery.detection['volume-corruption'];
    if (storage.kind === 'bucket') storage.replication = { to: 'nowhere', reason: 'A rehearsal.' };
  });
  const left = prove(environment).filter(({ scenario }) =>
    ['volume-corruption', 'key-loss'].includes(scenario),
  );
  const text = formatSimulation(flags, [], left);
  expect(text).toContain(
    'shop, volume-corruption is not simulated: recovery.detection.volume-corruption is not known',
  );
  expect(text).toContain(
    'shop, key-loss is not simulated: no copy of its objects, data, files is left',
  );
});

test('a change that makes an objective hold is not sought where no prices are known', () => {
  const [proof] = prove(
    primaryEnvironment((declaration) => {
      shop(declaration).objectives['pod-failure'].rto = minutes(0.1);
    }),
  );
  if (!proof) throw new Error('no proof');
  const inputs = { rpo: [], rto: [] };
  expect(formatProof({ ...proof, inputs, mend: null, unpricedRegions: ['eu-north-1'] })).toContain(
    'no change is searched: declare the prices of eu-north-1 in prices',
  );
  expect(formatProof({ ...proof, inputs, mend: null })).toContain('no change of one or two');
});

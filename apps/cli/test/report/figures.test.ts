import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { minutes } from '@resilience/config';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { objective } from '@resilience/config/fixtures/objectives';
import { type Scenario, scenarios } from '@resilience/config/scenario';
import { renderedRepository } from '@resilience/fixtures/repositories';
import { prove } from '@resilience/recovery/prove';
import { siteOf } from '@resilience/report/site';
import { some } from '@resilience/vitest/some';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { openEnvironments } from '../../src/in-environment.ts';
import { collectReport } from '../../src/report/collect-report.ts';
import { collectServices } from '../../src/report/collect-services.ts';
import { rowsOf } from './rows-of.ts';

const environments = await openEnvironments(undefined);
const date = '2026-11-29';
const report = await collectReport({ environments, date, from: undefined, since: undefined });
const pages = new Map(siteOf(report).map(({ path, content }) => [path, content]));
const withServices = environments.filter(({ services }) => Object.keys(services).length > 0);

test.each(some(withServices.map(({ name }) => name)))(
  'the page of %s has the figures of recovery.md',
  (name) => {
    const markdown = readFileSync(
      join(renderedRepository(), `environments/${name}/rendered/recovery.md`),
      'utf8',
    );
    const [, section = ''] = markdown.split('## Every service in every disaster\n');
    const [table = ''] = section.split('\n## ');
    const rows = table
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2)
      .map((line) => line.slice(2, -2).split(' | ').map(withoutKind));
    const expected = rows.map(([service, disaster, mayLose, loses, within, worst, as, from]) => [
      service,
      disaster,
      mayLose,
      loses,
      within,
      worst,
      as,
      from,
    ]);
    const shown = rowsOf(pages.get(`environments/${name}.html`) ?? '', `Objectives of ${name}`);
    // Beside them stands the verdict, as a mark.
    expect(shown.map((cells) => cells.toSpliced(2, 1))).toEqual(expected);
    expect(expected.length).toBeGreaterThan(10);
  },
);

/** In the site, the pages of the services say which times are measured. */
const withoutKind = (cell: string): string =>
  cell.trim().replaceAll(/ \((assumed|measured)[^)]*\)/g, '');

const wordOf = {
  proved: 'holds',
  'proved-in-part': 'holds in part',
  breached: 'waived',
  unprovable: 'waived',
} as const;

test.each(some(withServices.map(({ name }) => name)))(
  'each cell of the overview of %s is the verdict of its proof',
  (name) => {
    const environment = withServices.find((one) => one.name === name);
    const proofs = environment ? prove(environment) : [];
    const shown = rowsOf(
      pages.get('index.html') ?? '',
      `Services of ${name} in each disaster`,
    ).flatMap(([service, ...cells]) =>
      cells.map((cell, at) => [service, scenarios[at], cell.split(' loses ')[0]]),
    );
    // Whatever does not hold is waived in the fixture, as nothing could be rendered otherwise.
    const expected = proofs.map(({ service, scenario, verdict }) => [
      service,
      scenario,
      wordOf[verdict],
    ]);
    expect(shown).toEqual(expected);
  },
);

test('whatever is declared, an outcome has the figures and the verdict of its proof', () => {
  const scenario = fc.constantFrom<Scenario>('volume-corruption', 'region-failure', 'key-loss');
  const amount = fc.integer({ min: 1, max: 3_000 });
  fc.assert(
    fc.property(scenario, amount, amount, (edited, rpo, rto) => {
      const environment = primaryEnvironment((declaration) => {
        Object.assign(objective(declaration, edited), { rpo: minutes(rpo), rto: minutes(rto) });
      });
      const proofs = prove(environment);
      const [service] = collectServices(environment, proofs, date);
      expect(service?.outcomes.map(({ scenario: of, verdict }) => [of, verdict])).toEqual(
        proofs.map((proof) => [proof.scenario, proof.verdict]),
      );
      expect(service?.outcomes).toMatchObject(
        proofs.map((proof) => ({
          rpo: { declared: proof.rpo.declared.seconds, holds: proof.rpo.holds },
          rto: { declared: proof.rto.declared.seconds, holds: proof.rto.holds },
        })),
      );
      expect(
        service?.outcomes.map((one) => 'rpo' in one && [one.rpo.worst, one.rto.worst]),
      ).toEqual(proofs.map((proof) => [proof.rpo.worst?.seconds, proof.rto.worst?.seconds]));
    }),
    { numRuns: 30 },
  );
});

test.each([
  ['2030-01-01', 'sales'],
  ['2030-01-02', undefined],
])('a breach is waived up to the last day of its waiver: on %s by %s', (day, owner) => {
  const environment = primaryEnvironment((declaration) => {
    objective(declaration, 'key-loss').rpo = minutes(1);
    declaration.waivers = [
      {
        rule: 'recovery/rpo',
        subject: 'shop/key-loss',
        reason: 'The ledger has all of it.',
        owner: 'sales',
        expires: '2030-01-01',
      },
    ];
  });
  const [service] = collectServices(environment, prove(environment), day);
  expect(service?.outcomes.find(({ scenario }) => scenario === 'key-loss')).toMatchObject({
    verdict: 'breached',
    waivedBy: owner,
  });
});

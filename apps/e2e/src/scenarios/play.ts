import { inWords } from '../in-words.ts';
import { promised } from '../proved.ts';
import { wasStopped, type Settings } from '../settings.ts';
import type { Measured, Scenario } from './scenario.ts';
import type { Stage } from './stage.ts';

export const headings: readonly string[] = [
  'Scenario',
  'Service',
  'RPO declared',
  'proved',
  'measured',
  'RTO declared',
  'proved',
  'measured',
];

/** Plays scenarios one after the other. @returns rows of what they cost */
export async function play(
  scenarios: readonly Scenario[],
  stage: Stage,
  { report, mayBegin }: Pick<Settings, 'report' | 'mayBegin'>,
): Promise<string[][]> {
  const rows: string[][] = [];
  for (const scenario of scenarios) {
    if (!mayBegin()) {
      report.skip(scenario.name, wasStopped);
      continue;
    }
    await report.check(`scenario ${scenario.name}`, async () => {
      rows.push(rowOf(stage.cluster().environment.name, scenario, await scenario.run(stage)));
    });
  }
  return rows;
}

function rowOf(environment: string, scenario: Scenario, measured: Measured): string[] {
  const { name, service, disaster } = scenario;
  const { declaredRpo, provedRpo, declaredRto, provedRto } = promised(
    environment,
    service,
    disaster,
  );
  return [
    name,
    service,
    declaredRpo,
    provedRpo,
    inWords(measured.dataLoss),
    declaredRto,
    provedRto,
    inWords(measured.recoveryTime),
  ];
}

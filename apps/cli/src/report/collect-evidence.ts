import type { DrillReport } from '@resilience/config/drill-report';
import type { Environment } from '@resilience/config/environment';
import type { Proof } from '@resilience/recovery/prove';
import type { Evidence, Measured, RestoredService, Run } from '@resilience/report/model/evidence';

import { judgeReport, type JudgedService } from '../drill/judge-report.ts';
import { evidenceFrom } from '../evidence/evidence-of.ts';
import { type Evidence as Read, readReports } from '../evidence/read-reports.ts';
import { refuse } from '../refusal.ts';

interface Sources {
  /** A folder; undefined where none is named. */
  readonly from: string | undefined;
  readonly environments: readonly Environment[];
  /** By environment. */
  readonly proofs: ReadonlyMap<string, readonly Proof[]>;
}

/** @throws {Refusal} where there is no such folder */
export async function collectEvidence(sources: Sources): Promise<Evidence> {
  const { from, environments } = sources;
  if (from === undefined) return { given: false, runs: [], untrusted: [] };
  if (from.startsWith('s3://')) {
    refuse(
      `a report reads nothing from the network: aws s3 sync ${from} evidence, and --from evidence`,
    );
  }
  const { source, place } = evidenceFrom(from, environments);
  const { evidence, problems } = await readReports(source, place);
  return {
    given: true,
    runs: evidence.toSorted(newestFirst).map((one) => runOf(one, sources)),
    untrusted: problems.map(({ file, message, expected, received }) => ({
      file: file.replace(`${place.from}/`, ''),
      message,
      expected,
      received,
    })),
  };
}

const newestFirst = ({ report: a, address }: Read, other: Read): number =>
  Date.parse(other.report.startedAt) - Date.parse(a.startedAt) ||
  (address < other.address ? -1 : 1);

function runOf(found: Read, { environments, proofs }: Sources): Run {
  const { report, address } = found;
  const environment = environments.find(({ name }) => name === report.environment);
  const budget = budgetOf(environment, report);
  // What is restored from a replica is declared, and proved, where it was backed up.
  const declaredIn = environment?.backups.source.name ?? report.environment;
  const judged = judgeReport(found, budget ?? Infinity, proofs.get(declaredIn) ?? []);
  return {
    address,
    environment: report.environment,
    drill: report.drill ?? undefined,
    workflow: report.workflow,
    startedAt: report.startedAt,
    seconds: judged.durationSeconds,
    budgetSeconds: budget,
    outcome: report.outcome,
    failedStep: report.failedStep ?? undefined,
    leftBehind: report.leftBehind,
    layerRevision: report.layerRevision ?? undefined,
    services: judged.services.map((service) => restored(declaredIn, service)),
  };
}

const budgetOf = (environment: Environment | undefined, { drill }: DrillReport) =>
  drill === null ? undefined : environment?.drills[drill]?.durationBudget.seconds;

const restored = (environment: string, judged: JudgedService): RestoredService => ({
  environment,
  service: judged.service,
  scenario: judged.scenario,
  backup: judged.backup ?? undefined,
  checks: judged.checks.map(({ check, subject, verified, detail, seconds }) => ({
    check,
    subject,
    verified,
    detail,
    seconds,
  })),
  rto: measuredOf(judged.rto, judged.recoveryTimeSeconds),
  rpo: measuredOf(judged.rpo, judged.dataLossSeconds),
});

const measuredOf = (judged: JudgedService['rto'], measured: number | null): Measured => ({
  measured: measured ?? undefined,
  declared: judged?.declaredSeconds,
  proved: judged?.provedSeconds,
  over: judged?.over ?? 'nothing',
});

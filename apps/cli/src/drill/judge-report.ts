import type { DrillReport } from '@resilience/config/drill-report';
import type { NeverRecovered } from '@resilience/recovery/never-recovered';
import type { Proof } from '@resilience/recovery/prove';

type ReportedService = DrillReport['services'][number];

/** What was measured, against what is declared and what was proved. */
export interface Measured {
  /** Null where it could not be measured. */
  readonly measuredSeconds: number | null;
  readonly declaredSeconds: number;
  /** Undefined where the proof has no worst case. */
  readonly provedSeconds: number | undefined;
  readonly over: 'nothing' | 'the proof' | 'the objective';
}

export interface JudgedService extends ReportedService {
  /** Undefined where the service, or the drill's disaster, is not declared any more. */
  readonly rto: Measured | undefined;
  readonly rpo: Measured | undefined;
  /** What neither the measurement nor the proof is about, as no backup holds it. */
  readonly neverRecovered: readonly NeverRecovered[];
}

export interface Judged {
  readonly report: DrillReport;
  /** Where it lies, as `s3://…`. */
  readonly address: string;
  readonly durationSeconds: number;
  readonly budgetSeconds: number;
  readonly services: readonly JudgedService[];
  /** Whether everything is as it was promised. */
  readonly kept: boolean;
}

interface Found {
  readonly report: DrillReport;
  readonly address: string;
}

/** Holds a report to the drill's budget and to the proofs of the services that it restored. */
export function judgeReport(
  { report, address }: Found,
  budgetSeconds: number,
  proofs: readonly Proof[],
): Judged {
  const durationSeconds = (Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1000;
  const services = report.services.map((service) => judgeService(service, proofs));
  const kept =
    report.outcome === 'succeeded' &&
    report.leftBehind.length === 0 &&
    durationSeconds <= budgetSeconds &&
    services.every(({ rto, rpo }) => [rto, rpo].every((each) => each?.over === 'nothing'));
  return { report, address, durationSeconds, budgetSeconds, services, kept };
}

/** @param proofs of the environment that declares the service */
export function judgeService(service: ReportedService, proofs: readonly Proof[]): JudgedService {
  const proof = proofs.find(
    (one) => one.service === service.service && one.scenario === service.scenario,
  );
  return {
    ...service,
    rto: proof && against(service.recoveryTimeSeconds, proof.rto),
    rpo: proof && against(service.dataLossSeconds, proof.rpo),
    neverRecovered: proof?.neverRecovered ?? [],
  };
}

function against(measured: number | null, { declared, worst }: Proof['rto']): Measured {
  return {
    measuredSeconds: measured,
    declaredSeconds: declared.seconds,
    provedSeconds: worst?.seconds,
    over: overWhat(measured, declared.seconds, worst?.seconds),
  };
}

function overWhat(
  measured: number | null,
  declared: number,
  proved: number | undefined,
): Measured['over'] {
  if (measured === null || measured > declared) return 'the objective';
  return proved !== undefined && measured > proved ? 'the proof' : 'nothing';
}

import type { Answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import { inEnvironment } from '../in-environment.ts';
import { doctorChecks } from './checks/index.ts';
import type { Diagnosis, Examined } from './diagnosis.ts';
import type { DoctorCheck, DoctorContext, Found, Group } from './doctor-check.ts';
import { contextOf } from './doctor-context.ts';
import { formatDiagnosis } from './format-diagnosis.ts';

export interface DoctorFlags {
  readonly env: string;
  readonly context?: string;
}

/** Looks at this machine, at AWS, at the cluster and at the Velero in it; changes nothing. */
export const doctor = (flags: DoctorFlags): Promise<Answer<Diagnosis>> =>
  inEnvironment(flags, async (environment) => {
    const groups = await examineAll(contextOf(environment, flags.context));
    const diagnosis: Diagnosis = { environment: environment.name, groups };
    return {
      code: groups.every(isFine) ? exitCode.fine : exitCode.findings,
      result: diagnosis,
      text: () => formatDiagnosis(diagnosis),
    };
  });

const isFine = ({ checks, notMade }: Examined): boolean =>
  notMade.length === 0 && checks.every(({ state }) => state === 'ok' || state === 'warning');

/** AWS and the cluster are looked at by a program; Velero, in a cluster that answers. */
async function examineAll(context: DoctorContext): Promise<Examined[]> {
  const machine = await examineGroup('this machine', context);
  const [ofAws, cluster] = await Promise.all([
    hasProgram(machine, 'aws') ? examineGroup('AWS', context) : notExamined('AWS'),
    hasProgram(machine, 'kubectl') ? examineGroup('cluster', context) : notExamined('cluster'),
  ]);
  const velero =
    cluster.notMade.length === 0 ? await examineGroup('Velero', context) : notExamined('Velero');
  return [machine, ofAws, cluster, velero];
}

const hasProgram = ({ checks }: Examined, program: string): boolean =>
  checks.some(({ subject, state }) => subject === program && state !== 'wrong');

const checksOf = (group: Group): DoctorCheck[] =>
  doctorChecks.filter((check) => check.group === group);

const notExamined = (group: Group): Examined => ({
  group,
  checks: [],
  notMade: checksOf(group).map(({ name }) => name),
});

/** One cause, such as a cluster that does not answer, is reported once. */
async function examineGroup(group: Group, context: DoctorContext): Promise<Examined> {
  const [first, ...others] = checksOf(group);
  if (!first) return notExamined(group);
  const found = await examine(first, context);
  if (found.some(({ state, closes }) => state === 'unknown' || closes === true)) {
    return { group, checks: found, notMade: others.map(({ name }) => name) };
  }
  const more = await Promise.all(others.map((check) => examine(check, context)));
  return { group, checks: [...found, ...more.flat()], notMade: [] };
}

/** What cannot be looked at, for whatever reason, is unknown: the other checks go on. */
async function examine(check: DoctorCheck, context: DoctorContext): Promise<readonly Found[]> {
  try {
    return await check.examine(context);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return [{ subject: check.name, state: 'unknown', found }];
  }
}

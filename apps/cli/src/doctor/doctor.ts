import type { Answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import { inEnvironment } from '../in-environment.ts';
import { doctorChecks } from './checks/index.ts';
import { type DoctorCheck, type DoctorContext, type Found, groups } from './doctor-check.ts';
import { contextOf } from './doctor-context.ts';
import type { Diagnosis } from './diagnosis.ts';
import { formatDiagnosis } from './format-diagnosis.ts';

export interface DoctorFlags {
  readonly env: string;
  readonly context?: string;
}

/** Looks at this machine, at AWS, at the cluster and at the Velero in it; changes nothing. */
export const doctor = (flags: DoctorFlags): Promise<Answer<Diagnosis>> =>
  inEnvironment(flags, async (environment) => {
    const context = contextOf(environment, flags.context);
    const found = await Promise.all(
      groups.map(async (group) => {
        const checks = doctorChecks.filter((check) => check.group === group);
        return { group, ...(await examineGroup(checks, context)) };
      }),
    );
    const diagnosis: Diagnosis = { environment: environment.name, groups: found };
    const isFine = found.every(({ checks }) =>
      checks.every(({ state }) => state === 'ok' || state === 'warning'),
    );
    return {
      code: isFine ? exitCode.fine : exitCode.findings,
      result: diagnosis,
      text: () => formatDiagnosis(diagnosis),
    };
  });

/** One cause, such as a cluster that does not answer, is reported once. */
async function examineGroup(
  [first, ...others]: readonly DoctorCheck[],
  context: DoctorContext,
): Promise<{ checks: readonly Found[]; notMade: readonly string[] }> {
  if (!first) return { checks: [], notMade: [] };
  const found = await examine(first, context);
  if (found.some(({ state }) => state === 'unknown')) {
    return { checks: found, notMade: others.map(({ name }) => name) };
  }
  const more = await Promise.all(others.map((check) => examine(check, context)));
  return { checks: [...found, ...more.flat()], notMade: [] };
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

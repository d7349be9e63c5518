import type { RestoredService, Run } from './model/evidence.ts';
import type { Report } from './model/report.ts';

interface Subject {
  readonly environment: string;
  readonly service: string;
  readonly scenario?: string;
}

interface Restored {
  readonly run: Run;
  readonly restored: RestoredService;
}

/** Each time that a service was restored, the newest first. */
export const restoresOf = ({ evidence }: Report, subject: Subject): Restored[] =>
  evidence.runs.flatMap((run) =>
    run.services
      .filter((one) => one.environment === subject.environment)
      .filter((one) => one.service === subject.service)
      .filter((one) => subject.scenario === undefined || one.scenario === subject.scenario)
      .map((restored) => ({ run, restored })),
  );

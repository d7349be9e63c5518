import type { DrillReport } from '@resilience/config/drill-report';

import type { EvidenceFile, EvidenceSource } from './evidence-source.ts';
import { type Evidence, type Place, readReports } from './read-reports.ts';

type Reported = DrillReport['services'][number];

/** A service that a run had back, as far as all its checks passed. */
export interface MeasuredRecovery {
  readonly service: string;
  readonly scenario: Reported['scenario'];
  /** From the start of the restore until every check had passed. */
  readonly recoveryTimeSeconds: number;
  /** How old the newest data was when the drill or the disaster began. */
  readonly dataLossSeconds: number | null;
  /** Null for a recovery that was no drill. */
  readonly drill: string | null;
  readonly workflow: string;
  /** RFC 3339 in UTC. */
  readonly finishedAt: string;
  /** Where the report lies, as `s3://…`. */
  readonly address: string;
}

export interface NewestRecoveries {
  /** The newest of each service that has any. */
  readonly recovered: readonly MeasuredRecovery[];
  /** The newest run that failed, of each drill whose newest run did. */
  readonly failed: readonly Evidence[];
  readonly problems: readonly Untrusted[];
  /** Whether older reports were left alone. */
  readonly isCut: boolean;
}

/** A report that is not as it was left. */
interface Untrusted {
  /** As `s3://…`. */
  readonly place: string;
  readonly why: string;
}

/** Of a drill or a runbook: each report costs two calls of AWS. */
const reportsAtMost = 10;

/**
 * The newest recovery of each service that drills and recoveries measured. Of each drill, reports are read from the
 * newest on, until one succeeded.
 *
 * @throws {Refusal} where the place of the reports does not answer
 */
export async function newestRecoveries(
  source: EvidenceSource,
  place: Place,
): Promise<NewestRecoveries> {
  const files = await source.list();
  const ofRuns = [...Map.groupBy(files, ({ path }) => path.split('/').slice(0, 2).join('/'))];
  const walked = await Promise.all(
    ofRuns.map(([folder, all]) =>
      walk(all, { source, place, isDrill: folder.startsWith('drills/') }),
    ),
  );
  const evidence = walked.flatMap(({ read }) => read);
  return {
    recovered: newestOfEach(evidence.flatMap(recoveriesIn)),
    failed: walked.flatMap(({ read: [newest] }) =>
      newest?.report.outcome === 'failed' ? [newest] : [],
    ),
    problems: walked.flatMap(({ problems }) => problems),
    isCut: walked.some(({ isCut }) => isCut),
  };
}

interface Walk {
  readonly source: EvidenceSource;
  readonly place: Place;
  /** A drill restores the same services each time; a recovery, those that were lost. */
  readonly isDrill: boolean;
}

interface Walked {
  /** The newest first. */
  readonly read: readonly Evidence[];
  readonly problems: readonly Untrusted[];
  readonly isCut: boolean;
}

async function walk(files: readonly EvidenceFile[], how: Walk): Promise<Walked> {
  const reports = files
    .filter(({ path }) => path.endsWith('.json'))
    .toSorted((a, b) => b.leftAt - a.leftAt);
  const read: Evidence[] = [];
  const problems: Untrusted[] = [];
  for (const report of reports.slice(0, reportsAtMost)) {
    const found = await readOne(report, files, how);
    read.push(...found.evidence);
    problems.push(...found.problems.map(({ file, message }) => ({ place: file, why: message })));
    const hasSucceeded = found.evidence.some((one) => one.report.outcome === 'succeeded');
    if (how.isDrill && hasSucceeded) return { read, problems, isCut: false };
  }
  return { read, problems, isCut: reports.length > reportsAtMost };
}

function readOne(report: EvidenceFile, files: readonly EvidenceFile[], { source, place }: Walk) {
  const hash = files.filter(({ path }) => path === `${report.path}.sha256`);
  return readReports({ ...source, list: () => Promise.resolve([report, ...hash]) }, place);
}

/** A run that failed does not count, as it does not for the proof. */
const recoveriesIn = ({ report, address }: Evidence): MeasuredRecovery[] =>
  report.outcome === 'failed'
    ? []
    : report.services.flatMap(({ service, scenario, recoveryTimeSeconds, dataLossSeconds }) =>
        recoveryTimeSeconds === null
          ? []
          : [
              {
                service,
                scenario,
                recoveryTimeSeconds,
                dataLossSeconds,
                drill: report.drill,
                workflow: report.workflow,
                finishedAt: report.finishedAt,
                address,
              },
            ],
      );

const newestOfEach = (all: readonly MeasuredRecovery[]): MeasuredRecovery[] =>
  [...Map.groupBy(all, ({ service }) => service).values()].flatMap((of) =>
    of.toSorted((a, b) => Date.parse(b.finishedAt) - Date.parse(a.finishedAt)).slice(0, 1),
  );

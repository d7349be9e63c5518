import { dirname } from 'node:path';

import type { Environment } from '@resilience/config/environment';
import { loadEnvironment } from '@resilience/config/load';
import { type Proof, prove } from '@resilience/recovery/prove';

import type { Answer } from '../answer.ts';
import { evidenceFrom, evidenceOf } from '../evidence/evidence-of.ts';
import type { EvidenceSource } from '../evidence/evidence-source.ts';
import { readReports } from '../evidence/read-reports.ts';
import { exitCode } from '../exit-code.ts';
import { inEnvironment } from '../in-environment.ts';
import { refuse, refuseProblems } from '../refusal.ts';
import { repositoryRoot } from '../repository-root.ts';
import { declaredDrill } from './declared-drill.ts';
import { formatReport } from './format-report.ts';
import { type Judged, judgeReport } from './judge-report.ts';

export interface ReportFlags {
  readonly env: string;
  readonly from?: string;
}

/** Does what `resilience drill report` promises. */
export const report = (name: string, flags: ReportFlags): Promise<Answer<Judged>> =>
  inEnvironment(flags, async (environment) => {
    const { durationBudget } = declaredDrill(environment, name);
    const { source, place } =
      flags.from === undefined ? evidenceOf(environment) : evidenceFrom(flags.from, [environment]);
    const { evidence, problems } = await readReports(newestMonth(source, name), place);
    if (problems.length > 0) refuseProblems(problems);
    const [newest] = evidence.toSorted((a, b) => finished(b) - finished(a));
    if (!newest) return refuse(`the drill ${name} has left no report in ${place.from}`);
    const judged = judgeReport(newest, durationBudget.seconds, await proofsFor(environment));
    return {
      code: judged.kept ? exitCode.fine : exitCode.findings,
      result: judged,
      text: () => formatReport(judged),
    };
  });

const finished = (found: { readonly report: { readonly finishedAt: string } }): number =>
  Date.parse(found.report.finishedAt);

/** Reports lie in a folder a month: those of the last one are enough to know the newest. */
const newestMonth = (source: EvidenceSource, drill: string): EvidenceSource => ({
  ...source,
  list: async () => {
    const files = (await source.list()).filter(({ path }) => path.startsWith(`drills/${drill}/`));
    const last = files
      .map(({ path }) => dirname(path))
      .toSorted()
      .at(-1);
    return files.filter(({ path }) => dirname(path) === last);
  },
});

/** What is restored from a replica is proved where it is declared. */
async function proofsFor(environment: Environment): Promise<Proof[]> {
  const { name } = environment.backups.source;
  if (name === environment.name) return prove(environment);
  const loaded = await loadEnvironment(repositoryRoot, name);
  return loaded.ok ? prove(loaded.value) : [];
}

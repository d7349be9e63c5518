import { environment, optional, toggle } from '../../command-line/flag.ts';
import { verb } from '../../command-line/verb.ts';
import type { Pulled, PullFlags } from '../../evidence/pull.ts';

export const pull = verb<PullFlags, Pulled>({
  summary: 'turn the reports of drills and recoveries into environments/<env>/measurements.json',
  flags: {
    env: environment('the environment whose services they restored'),
    from: optional(
      '<place>',
      'a folder or s3://bucket (default: the buckets of the environment, and of those that mount its replica)',
    ),
    check: toggle('write nothing; exit with 1 when the file is not what the reports say'),
  },
  examples: [
    'evidence pull --env staging',
    'evidence pull --env staging --from ./evidence --check',
    'evidence pull --env production --from s3://acme-dr-evidence-us-west-2',
  ],
  notes: `A folder holds what the bucket does: drills/<drill>/<yyyy>/<mm>/<workflow>.json and .json.sha256, and so
below recoveries/<runbook>/.`,
  result: {
    file: 'the file, from the root of the repository',
    stale: 'whether it was not what the reports say',
    reports: 'how many were read',
    failed: 'how many of them are of runs that failed, which do not count',
    measurements: 'what the file holds',
  },
  run: async (flags) => {
    const { pull: pullReports } = await import('../../evidence/pull.ts');
    return pullReports(flags);
  },
});

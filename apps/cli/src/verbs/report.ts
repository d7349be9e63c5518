import { optional, required } from '../command-line/flag.ts';
import { verb } from '../command-line/verb.ts';
import type { ReportFlags, Written } from '../report/report.ts';

export const report = verb<ReportFlags, Written>({
  summary: 'write a static site for managers and auditors: what is declared, proved and measured',
  flags: {
    output: required('<folder>', 'a new or empty folder, or one that this command wrote'),
    from: optional(
      '<folder>',
      'a folder with the reports of drills and recoveries (default: only the measurements of the repository are shown)',
    ),
    since: optional('<revision>', 'with a page of what changed since this revision of git'),
    date: optional(
      '<date>',
      'the day, as YYYY-MM-DD, that waivers and calendars are shown for (default: that of the commit)',
    ),
  },
  examples: [
    'report --output ./site',
    'report --output ./site --from ./evidence --since v1.4.0',
    'report --output ./site --date 2026-12-31 --json',
  ],
  notes: `The site needs no server: open index.html. Nothing is read from the network: copy the reports of drills by
"aws s3 sync" first, several buckets into one folder. A folder that this command wrote is written again where
nobody changed a page of it.`,
  result: {
    folder: 'where the site is, as it was named',
    date: 'the day that it is made for, `YYYY-MM-DD`',
    pages: 'how many pages it has',
    files: 'each file that is new, changed or removed, from the folder',
    untrusted: 'files of the evidence that are not what a run left, each with its `message`',
  },
  run: async (flags) => {
    const { report: write } = await import('../report/report.ts');
    return write(flags);
  },
});

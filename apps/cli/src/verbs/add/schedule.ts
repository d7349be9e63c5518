import type { Added, AddFlags } from '../../add/add-flags.ts';
import type { ScheduleFlags } from '../../add/schedule.ts';
import { environment, optional, optionalList, required } from '../../command-line/flag.ts';
import { verb } from '../../command-line/verb.ts';
import { added, addFlags } from './add-flags.ts';

export const schedule = verb<ScheduleFlags & AddFlags, Added>({
  summary: 'add a schedule to an environment',
  arguments: [{ name: 'name', text: 'the name of the schedule' }],
  flags: {
    env: environment('the environment'),
    cron: required('<expression>', 'when it begins, in UTC'),
    retention: required('<time>', 'how long backups are kept, such as 30d'),
    covers: optionalList('<services...>', 'the services that it backs up (default: the cluster)'),
    volumes: optional('<where>', 'snapshots or file-level-copies (default: file-level-copies)'),
    budget: optional('<time>', 'the longest that a backup may take (default: 2h)'),
    ...addFlags,
  },
  asks: ['covers'],
  examples: [
    "add schedule hourly --env production --cron '15 * * * *' --retention 2d --covers loyalty",
  ],
  notes:
    'The diff and what the proof says are shown before anything is written. Git undoes the change.',
  result: added,
  run: async (flags, { words: [name = ''] }) => {
    const { addFromFlags } = await import('../../add/add-from-flags.ts');
    const { addSchedule } = await import('../../add/schedule.ts');
    return addFromFlags((declared) => addSchedule(declared, name, flags), flags);
  },
});

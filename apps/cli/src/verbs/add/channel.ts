import type { Added, AddFlags } from '../../add/add-flags.ts';
import type { ChannelFlags } from '../../add/channel.ts';
import { optional, required } from '../../command-line/flag.ts';
import { verb } from '../../command-line/verb.ts';
import { added, addFlags } from './add-flags.ts';

export const channel = verb<ChannelFlags & AddFlags, Added>({
  summary: 'add a notification channel to the organisation',
  arguments: [{ name: 'name', text: 'the name of the channel' }],
  flags: {
    kind: required('<kind>', 'the kind of the channel', ['slack', 'pagerduty', 'email']),
    to: optional('<where>', 'a Slack channel, or an email address'),
    from: optional('<address>', 'the sender of mail'),
    server: optional('<host:port>', 'where mail is handed in'),
    user: optional('<name>', 'the name to log in with there'),
    secret: optional('<name>', "its Secret (default: the channel's name)"),
    ...addFlags,
  },
  asks: ['to'],
  examples: ["add channel team-chat --kind slack --to '#team'"],
  notes:
    'The diff and what the proof says are shown before anything is written. Git undoes the change.',
  result: added,
  run: async (flags, { words: [name = ''] }) => {
    const { addFromFlags } = await import('../../add/add-from-flags.ts');
    const { addChannel } = await import('../../add/channel.ts');
    return addFromFlags((declared) => addChannel(declared, name, flags), flags);
  },
});

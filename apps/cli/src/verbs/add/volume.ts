import type { Added, AddFlags } from '../../add/add-flags.ts';
import type { VolumeFlags } from '../../add/volume.ts';
import { environment, optional, optionalList, required } from '../../command-line/flag.ts';
import { verb } from '../../command-line/verb.ts';
import { added, addFlags } from './add-flags.ts';

export const volume = verb<VolumeFlags & AddFlags, Added>({
  summary: 'add a volume to a service',
  arguments: [{ name: 'name', text: 'the name of the volume' }],
  flags: {
    env: environment('the environment'),
    service: required('<name>', 'the service'),
    size: required('<size>', 'such as 20gib'),
    content: optional('<kind>', 'what it holds (default: uploads)'),
    label: optionalList('<labels...>', 'the labels of its claims, as key=value'),
    ...addFlags,
  },
  asks: ['content'],
  examples: [
    'add volume uploads --env production --service media --size 50gib --label app=media-uploads --dry-run',
  ],
  notes:
    'The diff and what the proof says are shown before anything is written. Git undoes the change.',
  result: added,
  run: async (flags, { words: [name = ''] }) => {
    const { addFromFlags } = await import('../../add/add-from-flags.ts');
    const { addVolume } = await import('../../add/volume.ts');
    return addFromFlags((declared) => addVolume(declared, name, flags), flags);
  },
});

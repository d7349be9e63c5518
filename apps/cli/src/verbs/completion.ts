import { verb } from '../command-line/verb.ts';
import type { Completion } from '../completion/completion.ts';
import { shells } from '../completion/shells.ts';

export const completion = verb<object, Completion>({
  summary: 'print what lets a shell complete verbs, flags and names by the Tab key',
  arguments: [
    { name: 'shell', text: `one of ${shells.join(', ')}`, choices: shells },
    {
      name: 'words',
      text: 'words behind resilience, the last one begun: print what can follow',
      many: true,
    },
  ],
  flags: {},
  examples: [
    '$ eval "$(npm run --silent resilience -- completion bash)"',
    '$ eval "$(npm run --silent resilience -- completion zsh)"',
    '$ npm run --silent resilience -- completion fish | source',
    'completion bash -- explain --env pro',
  ],
  notes: `Put the line for your shell into its start file, with the folder of the repository before npm run, as in
npm --prefix ~/resilience-layer run. Where no program is called resilience, the shell gets a function of that name.`,
  result: {
    script: 'for the shell to read; null where words are completed',
    candidates: 'each `word` that can follow, with a `text`; null where no words are given',
  },
  run: async (_flags, { words: [shell = '', ...words], tree }) => {
    const { completion: complete } = await import('../completion/completion.ts');
    return complete(tree, shell, words);
  },
});

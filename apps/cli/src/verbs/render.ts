import { environments, toggle } from '../command-line/flag.ts';
import { verb } from '../command-line/verb.ts';
import type { Rendered, RenderFlags } from '../render/render.ts';

export const render = verb<RenderFlags, Rendered>({
  summary:
    'render the declared environments into environments/<env>/rendered, and judge them by every rule',
  flags: {
    env: environments,
    check: toggle(
      'write nothing; show what is stale as a diff and exit with 1',
      'write what is stale, and do not judge what is rendered by the policies',
    ),
  },
  examples: ['render', 'render --check', 'render --env production --json'],
  result: {
    environments:
      'each `environment`: its `objects` by kind, `files`, how many were `added`, `changed`, `removed`, and the `milliseconds`',
    files: 'each file that changed: its `path`, and the `change`',
    stale: 'with --check: whether anything is not what is declared',
    diff: 'with --check: how, as a unified diff',
    checked: 'without --check: what the policies find, as `check` reports each environment',
  },
  run: async (flags, { tree }) => {
    const [{ render: write }, { commandLineReference }] = await Promise.all([
      import('../render/render.ts'),
      import('../command-line/reference.ts'),
    ]);
    return write(flags, commandLineReference(tree));
  },
});

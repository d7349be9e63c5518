import { contentName, contents } from '@resilience/config/content';
import { presets } from '@resilience/config/presets/catalogue';
import type { About, Preset } from '@resilience/config/presets/preset';
import { markdownFile, markdownTable } from '@resilience/render/markdown-file';
import type { RenderedFile } from '@resilience/render/rendered-file';

/** docs/reference/presets.md: what each preset declares, and what each kind of content allows. */
export const presetReference = (): RenderedFile =>
  markdownFile('presets.md', [
    '# Presets',
    'A preset declares workloads, volumes, hooks and checks of common software for a service: `import { redis } from \'@resilience/config/presets/redis\'`, and spread what it returns into the service. Its arguments are in its types. "Tried" says whether its commands were run against the program itself by `npm run e2e:verification`, or are written from documentation.',
    ...presets.flatMap(section),
    '# Contents of volumes',
    'What a copy is worth that is made while the software runs: complete as it is, recovered once the software has replayed its own log at its start, or unusable. Where all has to lie on one volume, no two volumes of a server can be copied together.',
    markdownTable([
      ['`content`', 'Holds', 'Snapshot', 'File system', 'Volumes', 'Without a copy', 'Source'],
      ...Object.entries(contents).map(([kind, content]) => [
        `\`${kind}\``,
        content.of,
        content.snapshot,
        content['file-system'],
        content.volumes === 'one' ? 'all on one' : 'each by itself',
        withoutCopy(content),
        'source' in content ? content.source : '',
      ]),
      [
        "`{ other: 'its name', … }`",
        'any other software',
        'as declared',
        'as declared',
        'as declared',
        'lost',
        '',
      ],
    ]),
  ]);

function withoutCopy(content: (typeof contents)[keyof typeof contents]): string {
  if (!('madeAgainFrom' in content)) return 'lost';
  const { madeAgainFrom } = content;
  return madeAgainFrom === 'itself' ? 'made again' : `made again from \`${madeAgainFrom}\``;
}

function section({ name, software, consistency, tried, sources, example }: About): string[] {
  const { workloads, volumes, hooks, verification } = example();
  return [
    `## ${name}`,
    `${software}. ${consistency}`,
    markdownTable([
      ['Declares', ''],
      ['Workloads', workloads.map((workload) => workload.kind).join(', ')],
      ['Volumes', Object.entries(volumes).map(volumeInWords).join('; ')],
      ['Hooks', hooks.map(hookInWords).join('; ') || 'none'],
      ['Checks', [...new Set(verification.map(checkInWords))].join('; ')],
      ['Tried', tried],
      ['Sources', sources.join(' ')],
    ]),
  ];
}

const volumeInWords = ([volume, { content, backup }]: [
  string,
  Preset['volumes'][string],
]): string => `\`${volume}\`: ${contentName(content)}, ${backup.method}`;

const hookInWords = (hook: Preset['hooks'][number]): string =>
  hook.kind === 'command'
    ? `\`${hook.name}\` ${hook.when}, at an error ${hook.onError}`
    : `\`${hook.name}\` around the backup, at an error ${hook.onError}`;

function checkInWords(check: Preset['verification'][number]): string {
  if (check.check !== 'command') return check.check;
  const { expect } = check;
  if (expect.output === 'any') return `\`${check.name}\` ends with 0`;
  if (expect.output === 'text') return `\`${check.name}\` prints \`${expect.matches}\``;
  return `\`${check.name}\` prints a number of at least ${expect.atLeast}`;
}

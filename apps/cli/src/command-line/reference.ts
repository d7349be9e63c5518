import { markdownFile, markdownTable } from '@resilience/render/markdown-file';
import type { RenderedFile } from '@resilience/render/rendered-file';

import { bracketed, dashed, exampleLine, usageOf } from './commander.ts';
import type { Flag } from './flag.ts';
import { type Tree, type Verb, verbsOf } from './verb.ts';

/** docs/reference/command-line.md: every command, its flags, and what it prints for a machine. */
export const commandLineReference = (tree: Tree): RenderedFile =>
  markdownFile('command-line.md', [
    '# Command line',
    'Every command is called by `npm run --silent resilience -- check`, or `npx resilience check`. `--help` shows the same as this page, `--version` the version.',
    ...exitCodes,
    ...machines,
    ...environmentVariables,
    ...verbsOf(tree).flatMap(([words, verb]) => describe(words, verb)),
  ]);

const exitCodes = [
  '## Exit codes',
  markdownTable([
    ['Code', 'Outcome', 'When'],
    ['0', '`fine`', 'the command did its work'],
    ['1', '`findings`', 'the command did its work, and found something that has to be looked at'],
    [
      '2',
      '`unusable`',
      'the call, a declaration or the machine does not let the command do its work',
    ],
  ]),
];

const machines = [
  '## For machines',
  'Every command takes `--json`, and then prints exactly one object on the standard output; progress is on the standard error.',
  markdownTable([
    ['Key', 'What it holds'],
    ['`command`', 'the words of the command, such as `backup list`'],
    ['`outcome`', '`fine`, `findings` or `unusable`, as the exit code says'],
    [
      '`problems`',
      'why the command could not do its work: `file`, `path`, `code`, `message`, `expected`, `received`, `fix`, and `line` and `column` where they are known; `file` is empty where the call itself is the cause; an empty list where it could',
    ],
    ['`result`', 'what the command found, by the keys below; null where it could not do its work'],
  ]),
  'A duration is a number of seconds, money is in US dollars with two digits, a time is RFC 3339 in UTC.',
];

const environmentVariables = [
  '## Environment variables',
  markdownTable([
    ['Variable', 'What it stands for'],
    ['`RESILIENCE_ENV`', '`--env`, where a command is about one environment'],
    [
      '`RESILIENCE_REPOSITORY`',
      'the repository whose environments are read; by default the one of this program',
    ],
    ['`ARGO_SERVER`', '`--argo-server`'],
    ['`ARGO_TOKEN`', 'the token by which the Argo Workflows server knows who calls'],
  ]),
];

const describe = (words: string, verb: Verb): string[] => [
  `## ${words}`,
  sentence(verb.summary),
  code(`resilience ${words} ${usageOf(verb)}`),
  ...tableOf(
    ['Argument', 'What it is'],
    (verb.arguments ?? []).map((one) => [`\`${bracketed(one)}\``, one.text]),
  ),
  ...tableOf(
    ['Flag', 'Required', 'Default', 'What it does'],
    Object.entries(verb.flags).flatMap(([name, flag]) => [
      flagRow(name, flag),
      ...(flag.negated === undefined ? [] : [flagRow(`no-${name}`, { text: flag.negated })]),
    ]),
  ),
  ...(verb.examples ? [['Examples:', '', ...verb.examples.map(exampleItem)].join('\n')] : []),
  ...(verb.notes === undefined ? [] : [verb.notes.replaceAll('<', String.raw`\<`)]),
  ...tableOf(
    ['Key of the result', 'What it holds'],
    Object.entries(verb.result).map(([key, text]) => [`\`${key}\``, text]),
  ),
];

const tableOf = (head: string[], rows: string[][]): string[] =>
  rows.length === 0 ? [] : [markdownTable([head, ...rows])];

const flagRow = (name: string, { value, required, text, choices, variable, ...flag }: Flag) => [
  `\`--${[dashed(name), value].filter(Boolean).join(' ')}\``,
  required ? 'yes' : 'no',
  defaultOf(flag.default, variable),
  choices ? `${text}: ${choices.map((one) => `\`${one}\``).join(', ')}` : text,
];

function defaultOf(standard: unknown, variable: string | undefined): string {
  if (variable !== undefined) return `\`${variable}\``;
  return standard === undefined ? '' : `\`${JSON.stringify(standard).replaceAll('"', '')}\``;
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** In one line, as what is typed may be in several. */
const exampleItem = (example: string): string =>
  `- ${code(
    exampleLine(example)
      .replace(/^\$ /, '')
      .replaceAll(/\s*\\?\n\s*/g, ' '),
  )}`;

const code = (text: string): string => `\`${text}\``;

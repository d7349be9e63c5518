import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { listEnvironments } from '@resilience/config/load';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { type Command, CommanderError } from 'commander';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { variablesOf } from '../src/names/variables.ts';
import { commandLine } from '../src/program.ts';
import { repositoryRoot } from '../src/repository-root.ts';
import {
  anchorsIn,
  commandsIn,
  linksIn,
  shellBlocks,
  unsetVariables,
  type Words,
} from './documented-commands.ts';
import { pagePaths, placeOfFile, readPage } from './documents/pages.ts';
import { isOfOthers, unknownIn } from './known-commands.ts';

const read = (path: string): string => readFileSync(placeOfFile(path), 'utf8');
const find = (pattern: string): string[] => globSync(pattern, { cwd: repositoryRoot }).toSorted();

interface Rules {
  readonly spec?: {
    readonly groups?: readonly { readonly rules?: readonly { alert?: string }[] }[];
  };
}

/** The alerts that are rendered for any environment. */
const alerts = [
  ...new Set(
    find('environments/*/rendered/kubernetes/resilience-alerts/prometheusrule-*.yaml')
      .flatMap((path) => (parse(read(path)) as Rules).spec?.groups ?? [])
      .flatMap(({ rules = [] }) => rules.flatMap(({ alert }) => alert ?? [])),
  ),
].toSorted();

/** Pages that no alert leads to. */
const others = new Set(['thaw-the-archive']);
const pages = pagePaths
  .filter((path) => dirname(path) === 'docs/runbooks')
  .map((path) => basename(path, '.md'));
const ofAlerts = pages.filter((name) => !others.has(name));
const documents = pagePaths.map((path) => [path, readPage(path)] as const);
const pageOf = (name: string): string => read(`docs/runbooks/${name}.md`);

test('every alert has a page, and every page an alert', () => {
  expect(ofAlerts).toEqual(alerts);
});

test.each(some(ofAlerts))(
  '%s says what it has to, in its order, and no more than is read at night',
  (name) => {
    const page = pageOf(name);
    expect(page.match(/^#+ .*$/gm)).toEqual([
      `# ${name}`,
      ...['Meaning', 'Impact', 'Diagnosis', 'Mitigation', 'Escalation'].map(
        (title) => `## ${title}`,
      ),
    ]);
    expect(page.trimEnd().split('\n').length).toBeLessThanOrEqual(80);
  },
);

test.each(some(ofAlerts))('%s begins with the names of the environment and its cluster', (name) => {
  const [first = ''] = shellBlocks(pageOf(name));
  expect(first.split('\n').slice(0, 3)).toEqual([
    'ENVIRONMENT=‹environment› # the alert\'s label "environment"',
    'eval "$(npm run --silent resilience -- names --env "$ENVIRONMENT")"',
    'aws eks update-kubeconfig --region "$AWS_REGION" --name "$CLUSTER_NAME"',
  ]);
});

test.each(some(documents))('%s shows commands that exist', (_, page) => {
  expect(commandsIn(page).filter(isOfOthers).flatMap(unknownIn)).toEqual([]);
});

test.each(some(documents))('%s calls this command line as it can be called', (_, page) => {
  expect(commandsIn(page).flatMap(ownWords).flatMap(refusal)).toEqual([]);
});

const printed = new Set(Object.keys(variablesOf(primaryEnvironment())));

test.each(some(documents))('%s reads only variables that are set before', (_, page) => {
  expect(unsetVariables(page, printed)).toEqual([]);
});

test.each(some(documents))('%s leads to places that are there', (path, page) => {
  expect(linksIn(page).filter((link) => !isThere(path, link))).toEqual([]);
});

test.each([
  ['velero backup describe "$BACKUP" --detail', 'velero backup describe --detail'],
  ['velero backups get', 'velero backups get'],
  ['kubectl get pods --namespaced velero', 'kubectl get --namespaced'],
  ['aws s3api head-bucket --buckets x', 'aws s3api head-bucket --buckets'],
  ['x="$(aws kms describe-keys --key-id y)"', 'aws kms describe-keys'],
])('what is wrong in %s is found', (command, wrong) => {
  expect(commandsIn(`\`\`\`sh\n${command}\n\`\`\`\n`).flatMap(unknownIn)).toEqual([wrong]);
});

test.each([
  ['npm run resilience -- explain --env production', 'missing required argument'],
  ['npm run resilience -- name --env production', 'unknown command'],
  ['npm run --silent resilience -- names --env prod', 'no environment is called prod'],
])('%s is refused', (command, why) => {
  expect(commandsIn(`\`\`\`sh\n${command}\n\`\`\`\n`).flatMap(ownWords).flatMap(refusal)).toEqual([
    expect.stringContaining(why),
  ]);
});

test('a variable that nobody sets is found', () => {
  const page = '```sh\nA=1\necho "$A $B"\nfor key in a b; do echo "$key"; done\nB=2\n```\n';
  expect(unsetVariables(page, new Set())).toEqual(['B']);
});

/** The words for this command line; what a page sets beforehand or leaves to the reader stands for production. */
function ownWords(words: Words): Words[] {
  const [, run, ...rest] = words.filter((word) => word !== '--silent');
  if (words[0] !== 'npm' || run !== 'run' || rest[0] !== 'resilience') return [];
  return [rest.slice(2).map((word) => (/^[$‹]/.test(word) ? 'production' : word))];
}

/** Why the command line would not take these words; nothing is run. */
function refusal(words: Words): string[] {
  const program = commandLine(() => undefined);
  const environments: string[] = [];
  for (const command of withAllBelow(program)) quieten(command, environments);
  try {
    program.parse(words, { from: 'user' });
  } catch (error) {
    const isHelp = error instanceof CommanderError && error.exitCode === 0;
    return isHelp ? [] : [String(error)];
  }
  const unknown = environments.filter((name) => !listEnvironments(repositoryRoot).includes(name));
  return unknown.map((name) => `no environment is called ${name}`);
}

const withAllBelow = (command: Command): Command[] => [
  command,
  ...command.commands.flatMap(withAllBelow),
];

function quieten(command: Command, environments: string[]): void {
  command.configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  if (command.commands.length > 0) return;
  command.action(() => {
    const { env } = command.opts<{ env?: string | string[] }>();
    environments.push(...[env ?? []].flat());
  });
}

function isThere(path: string, link: string): boolean {
  const [target = '', anchor] = link.split('#');
  const file = target === '' ? path : join(dirname(path), target);
  if (!existsSync(placeOfFile(file))) return false;
  return anchor === undefined || anchorsIn(read(file)).includes(anchor);
}

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { parse } from 'yaml';

import { repositoryRoot } from '../../src/repository-root.ts';
import { isOfOthers, unknownIn } from '../known-commands.ts';
import type { Call } from './run-page.ts';

interface Named {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/** The names of every rendered object, by its kind in small letters and the plural. */
const rendered = new Map<string, Set<string>>();
for (const file of globSync('environments/*/rendered/kubernetes/**/*.yaml', {
  cwd: repositoryRoot,
})) {
  const { kind, metadata } = parse(readFileSync(join(repositoryRoot, file), 'utf8')) as Named;
  const plural = kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`;
  const names = rendered.get(plural.toLowerCase()) ?? new Set();
  rendered.set(plural.toLowerCase(), names.add(metadata.name));
}

/** What others make, and a page names for an example. */
const madeByOthers = new Set([
  'applications/orders',
  'namespaces/orders-drill',
  // The node-agent of Velero before 1.10.
  'daemonsets/restic',
]);

/** What the stand-ins answer, where a page asks for a name. */
const answered = 'answered';

/** What is wrong in a call, as far as it can be seen without a cluster. */
export function faultsOf(call: Call): string[] {
  const [program] = call.words;
  if (program === 'npm') return faultsOfNpm(call);
  if (program === 'terraform') return faultsOfTerraform(call);
  return [
    ...(isOfOthers(call.words) ? unknownIn(call.words) : []),
    ...missingFiles(call),
    ...missingObjects(call.words),
  ].map((fault) => `${call.words.join(' ')}: ${fault}`);
}

const { scripts } = JSON.parse(readFileSync(join(programRoot, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

/** Verbs of npm that need no script. */
const npmVerbs = new Set(['ci', 'test']);

/** What the project's own command line makes of its words is looked at in runbooks.test.ts. */
function faultsOfNpm({ words, folder }: Call): string[] {
  const [verb = '', script = ''] = words.slice(1).filter((word) => word !== '--silent');
  const said = words.join(' ');
  if (folder !== '') return [`${said}: ${folder} is not the root of the repository`];
  if (verb === 'run') return script in scripts ? [] : [`${said}: there is no script ${script}`];
  return npmVerbs.has(verb) ? [] : [`${said}: ${verb} is not known`];
}

const missingFiles = ({ words, folder }: Call): string[] =>
  words
    .filter((_, index) => words[index - 1] === '--filename')
    .filter((path) => !existsSync(join(repositoryRoot, folder, path)))
    .map((path) => `${path} is not there`);

/** Verbs of kubectl that take a kind and then names; the verb of `rollout` is followed by one of its own. */
const named = new Set(['get', 'describe', 'patch', 'delete', 'scale', 'logs', 'rollout']);

const missingObjects = (words: readonly string[]): string[] =>
  [...objectsOfKubectl(words), ...objectsOfOthers(words)]
    .filter(([kind, name]) => !isRendered(kind, name))
    .map(([kind, name]) => `no ${kind} is called ${name}`);

type Reference = readonly [kind: string, name: string];

function objectsOfKubectl([program, verb = '', ...rest]: readonly string[]): Reference[] {
  if (program !== 'kubectl' || !named.has(verb)) return [];
  const flag = rest.findIndex((word) => word.startsWith('--'));
  const plain = rest.slice(verb === 'rollout' ? 1 : 0, flag < 0 ? rest.length : flag);
  const [first = '', ...names] = plain;
  const [kind = '', name] = first.split('/');
  return [...names, ...(name === undefined ? [] : [name])].map((one) => [pluralOf(kind), one]);
}

const pluralOf = (kind: string): string => {
  const [name = ''] = kind.split('.');
  return name.endsWith('s') ? name : `${name}s`;
};

/** What Argo starts and Velero backs up by. */
const objectsOfOthers = (words: readonly string[]): Reference[] =>
  words.flatMap((word, index): Reference[] => {
    const before = words[index - 1];
    if (before === '--from-schedule') return [['schedules', word]];
    if (before !== '--from') return [];
    const [kind, name = ''] = word.split('/');
    return [[kind === 'cronwf' ? 'drills' : `${kind}s`, name]];
  });

function isRendered(kind: string, name: string): boolean {
  if (kind === 'drills')
    return isRendered('cronworkflows', `drill-${name}`) || isRendered('cronworkflows', name);
  const names = rendered.get(kind);
  return (
    names === undefined ||
    names.has(name) ||
    name === answered ||
    madeByOthers.has(`${kind}/${name}`)
  );
}

/** What only some declarations have in their stacks; apps/aws/test/adoption.test.ts holds that it is rendered for them. */
const whereDeclared = new Set([
  'aws_s3_bucket_object_lock_configuration.backups_storage_object-lock',
]);

const terraformVerbs = new Set(['init', 'plan', 'apply', 'import', 'providers']);

/** In a folder of somebody else's, before the layer's own stacks are entered. */
const inOldState = /^terraform state (list|rm (-dry-run )?module\.velero)$/;

function faultsOfTerraform({ words, folder }: Call): string[] {
  const [first = '', ...rest] = words.slice(1);
  const elsewhere = /^-chdir=(.+)$/.exec(first)?.[1];
  const [verb = '', address = ''] = elsewhere === undefined ? [first, ...rest] : rest;
  const stack = join(folder, elsewhere ?? '');
  const file = join(repositoryRoot, stack, 'main.tf.json');
  const said = words.join(' ');
  if (folder === '' && inOldState.test(said)) return [];
  if (!terraformVerbs.has(verb)) return [`${said}: ${verb} is not known`];
  if (!existsSync(file)) return [`${said}: ${stack} is no stack`];
  if (verb !== 'import' || whereDeclared.has(address)) return [];
  const { resource } = JSON.parse(readFileSync(file, 'utf8')) as {
    resource: Record<string, Record<string, unknown>>;
  };
  const [type = '', name = ''] = address.split('.');
  return resource[type]?.[name] === undefined ? [`${said}: ${address} is not in ${stack}`] : [];
}

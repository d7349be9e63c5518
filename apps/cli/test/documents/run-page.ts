import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import { listEnvironments, loadEnvironment } from '@resilience/config/load';

import { formatShell } from '../../src/names/format-shell.ts';
import { variablesOf } from '../../src/names/variables.ts';
import { repositoryRoot } from '../../src/repository-root.ts';

/** Programs that ask a cluster, AWS or a registry: each is replaced by one that notes what it is asked. */
const remote = ['argo', 'aws', 'git', 'helm', 'kubectl', 'npm', 'terraform', 'velero'];

/** Programs of every machine that a page may use as they are. */
const local = [
  'awk',
  'base64',
  'cat',
  'cut',
  'date',
  'grep',
  'head',
  'jq',
  'rm',
  'sed',
  'sort',
  'tail',
  'tr',
  'uniq',
  'wc',
];

/** What a program was called with, after the shell has expanded it. */
export interface Call {
  readonly words: readonly string[];
  /** Where, from the repository's root. */
  readonly folder: string;
}

interface Ran {
  /** What the shell and programs complain of. */
  readonly error: string;
  readonly calls: readonly Call[];
}

/** A place in which pages are typed, with what is rendered but without any cluster. */
export interface Desk {
  /** Types the shell blocks of a page into one shell. */
  type(script: string): Ran;
  clear(): void;
}

const separators = { word: '\u001F', call: '\u001E' };

/**
 * Notes its folder and words at once, as some are called beside others, and answers with a word, except that names are those of the environment.
 * Terraform leaves a state where it is called.
 */
const standIn = `#!/bin/sh
call=$(printf '%s\\037' "$PWD" "\${0##*/}" "$@"; printf '\\036')
printf '%s' "$call" >> "$DESK/calls"
case "\${0##*/} $*" in
  'npm run --silent resilience -- names --env '*) cat "$DESK/names/\${7}.sh" ;;
  'terraform apply') : > terraform.tfstate ;;
  'aws '*'--output json'*) echo '"answered"' ;;
  *) echo answered ;;
esac
`;

export async function desk(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-desk-'));
  for (const name of ['bin', 'names', 'home']) mkdirSync(join(folder, name));
  cpSync(join(repositoryRoot, 'environments'), join(folder, 'home/environments'), {
    recursive: true,
  });
  for (const program of remote) {
    writeFileSync(join(folder, 'bin', program), standIn);
    chmodSync(join(folder, 'bin', program), 0o755);
  }
  for (const program of local) symlinkSync(pathOf(program), join(folder, 'bin', program));
  for (const name of listEnvironments(repositoryRoot)) {
    const loaded = await loadEnvironment(repositoryRoot, name);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    writeFileSync(join(folder, 'names', `${name}.sh`), formatShell(variablesOf(loaded.value)));
  }
  return {
    type: (script) => typeAt(folder, script),
    clear: () => rmSync(folder, { recursive: true }),
  };
}

function typeAt(folder: string, script: string): Ran {
  const calls = join(folder, 'calls');
  rmSync(calls, { force: true });
  // What a page leaves to the reader.
  const typed = script.replaceAll(/‹(environment|source)›/g, 'production');
  const { stderr } = spawnSync('/bin/sh', ['-u', '-c', `${typed}\nwait`], {
    cwd: join(folder, 'home'),
    env: { PATH: join(folder, 'bin'), DESK: folder, HOME: folder },
    encoding: 'utf8',
  });
  return { error: stderr, calls: existsSync(calls) ? callsIn(calls, folder) : [] };
}

const callsIn = (file: string, folder: string): Call[] =>
  readFileSync(file, 'utf8')
    .split(separators.call)
    .filter((call) => call !== '')
    .map((call) => {
      const [place = '', ...words] = call.split(separators.word).slice(0, -1);
      return { folder: relative(join(folder, 'home'), place), words };
    });

const pathOf = (program: string): string =>
  spawnSync('/bin/sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout.trim();

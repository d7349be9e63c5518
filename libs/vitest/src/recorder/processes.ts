import childProcess from 'node:child_process';
import fs from 'node:fs';
import { isAbsolute } from 'node:path';

import { openedFilesVariable } from '../opened-files.ts';
import { before } from './before.ts';
import { inRepository, note, pathOf } from './note.ts';

// As they are before they are recorded themselves.
const { existsSync, statSync } = fs;

const own = { ...process.env };

/** Variables by which what a process starts records, too. */
const handedOn = {
  NODE_OPTIONS: own['NODE_OPTIONS'],
  [openedFilesVariable]: own[openedFilesVariable],
};

interface Options {
  readonly args?: readonly string[];
  readonly cwd?: unknown;
  readonly env?: NodeJS.ProcessEnv;
  readonly envPairs?: string[];
}

/** Records what processes are called with, and has those of Node record themselves. */
export function recordProcesses(): void {
  // All that are not waited for are started here.
  before(childProcess.ChildProcess.prototype, 'spawn', ([given]) => {
    const { args = [], envPairs = [], cwd } = given as Options;
    const env = Object.fromEntries(envPairs.map(toPair));
    noteCall(args, cwd, env);
    for (const [name, value] of Object.entries(handedOn)) {
      if (env[name] === undefined) envPairs.push(`${name}=${value}`);
    }
  });
  for (const name of ['spawnSync', 'execFileSync', 'execSync']) {
    before(childProcess, name, (words) => {
      const args = (words.find((word) => Array.isArray(word)) ?? []) as readonly string[];
      const at = words.findIndex((word) => typeof word === 'object' && !Array.isArray(word));
      const { env, cwd, ...options } = (words[at] ?? {}) as Options;
      noteCall([String(words[0]), ...args], cwd, env ?? {});
      if (env) words[at] = { ...options, cwd, env: { ...handedOn, ...env } };
    });
  }
}

const toPair = (pair: string): [string, string] => {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
};

/** Words, words of scripts, and variables of its own that name something here: the process opens it. */
function noteCall(args: readonly string[], cwd: unknown, variables: NodeJS.ProcessEnv): void {
  const from = pathOf(cwd) ?? process.cwd();
  for (const word of args) {
    noteNamed(word.replace(/^-[^=]*=/, ''), from);
    for (const part of word.split(/[\s'"`;|&()<>=]+/)) noteNamed(part, from, true);
  }
  for (const [name, value = ''] of Object.entries(variables)) {
    const usual = new Set(own[name]?.split(':'));
    const parts = value.split(':').filter((part) => isAbsolute(part) && !usual.has(part));
    for (const part of parts) noteNamed(part, from);
  }
}

function noteNamed(word: string, from: string, isFileOnly = false): void {
  if (word === '' || word.length > 4096 || word.includes('\0')) return;
  const path = inRepository(word, from);
  if (path === undefined || !existsSync(path)) return;
  if (statSync(path).isFile()) note('file', path);
  else if (isAbsolute(word) && !isFileOnly) note('tree', path);
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import type { DoctorCheck, Found, DoctorContext } from '../doctor-check.ts';

interface Program {
  readonly name: string;
  /** The words that print its version. */
  readonly words: readonly string[];
  readonly neededBy: string;
  /** Whether no command starts it. */
  readonly isOptional?: boolean;
  /** The lowest version that serves. */
  readonly atLeast?: (context: DoctorContext) => string | undefined;
}

const programs: readonly Program[] = [
  { name: 'git', words: ['--version'], neededBy: 'changes of the declaration' },
  {
    name: 'kubectl',
    words: ['version', '--client', '--output', 'json'],
    neededBy: 'backup, restore, doctor and status',
  },
  { name: 'jq', words: ['--version'], neededBy: 'restore plan and backup list' },
  { name: 'aws', words: ['--version'], neededBy: 'evidence pull, repository verify and runbooks' },
  {
    name: 'velero',
    words: ['version', '--client-only'],
    neededBy: 'runbooks and alert pages',
    isOptional: true,
  },
  { name: 'argo', words: ['version', '--short'], neededBy: 'runbooks', isOptional: true },
  {
    name: 'terraform',
    words: ['version'],
    neededBy: 'the stacks of AWS',
    isOptional: true,
    atLeast: ({ terraform }) =>
      terraform
        .map((constraint) => versionIn(constraint) ?? '')
        .toSorted(byVersion)
        .at(-1),
  },
];

/** The programs that commands and runbooks start on this machine. */
export const programsOfThisMachine: DoctorCheck = {
  group: 'this machine',
  name: 'programs',
  examine: async (context) => [
    { subject: 'node', state: 'ok', found: process.version },
    ...(await Promise.all(programs.map((program) => examine(program, context)))),
  ],
};

const run = promisify(execFile);

async function examine(
  { name, words, neededBy, isOptional = false, atLeast }: Program,
  context: DoctorContext,
): Promise<Found> {
  let printed: string;
  try {
    printed = (await run(name, words, { timeout: 30_000 })).stdout;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return {
      subject: name,
      state: isOptional && isMissing ? 'warning' : 'wrong',
      found: isMissing ? 'is not installed' : `does not start: ${String(error)}`,
      fix: `install ${name}: ${neededBy} need it`,
    };
  }
  const version = versionIn(printed);
  const least = atLeast?.(context);
  if (version !== undefined && least && byVersion(version, least) < 0) {
    return { subject: name, state: 'wrong', found: version, fix: `install ${least} or later` };
  }
  return { subject: name, state: 'ok', found: version ?? printed.trim() };
}

/** The first version in a text, such as `1.31.0`. */
const versionIn = (text: string): string | undefined => /\d+\.\d+(\.\d+)?/.exec(text)?.[0];

const byVersion = (one: string, other: string): number =>
  one.localeCompare(other, 'en', { numeric: true });

import { chmodSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { flipBytes } from './bytes.ts';
import { type Expectation, healthy } from './damage.ts';
import type { Restored } from './restored-namespace.ts';

/** One way in which a restored volume of files, or the namespace around it, is not what it was. */
export interface FileCase extends Expectation {
  readonly name: string;
  /** What is done to the restored volume. */
  readonly files?: (volume: string) => void;
  /** The backup that is asked for began so many seconds after the canary was written. */
  readonly canaryAge?: number;
  readonly restored?: Partial<Restored>;
  /** What the service answers by HTTP; nothing at all where it is undefined. */
  readonly answer?: number | undefined;
}

const folder = '.canary';
const manifest = join(folder, 'SHA256SUMS');

/** The file that the manifest names. */
function canary(volume: string): string {
  const name = readdirSync(join(volume, folder)).find((file) => file.includes('Z-'));
  if (name === undefined) throw new Error(`${volume} has no canary`);
  return join(volume, folder, name);
}

const damaged = (received: RegExp): Expectation => ({
  outcomes: { checksums: 'damaged' },
  tells: ['checksums', received],
});

/** A namespace that is not whole is damage to whatever is looked for in it. */
const halfRestored = (received: RegExp): Expectation => ({
  outcomes: { completeness: 'damaged', checksums: 'damaged', http: 'damaged' },
  tells: ['completeness', received],
});

export const fileCases: readonly FileCase[] = [
  { name: 'healthy', ...healthy },
  {
    name: 'a file has flipped bytes',
    files: (volume) => flipBytes(canary(volume), 4_000),
    ...damaged(/ is altered$/),
  },
  {
    name: 'a file is truncated',
    files: (volume) => truncateSync(canary(volume), 40_000),
    ...damaged(/ is truncated or altered$/),
  },
  {
    name: 'a file is missing',
    files: (volume) => rmSync(canary(volume)),
    ...damaged(/Z-\S+ is missing$/),
  },
  {
    name: 'a file cannot be read',
    files: (volume) => chmodSync(canary(volume), 0),
    ...damaged(/Z-\S+ cannot be read$/),
  },
  {
    name: 'the volume cannot be read',
    files: (volume) => chmodSync(volume, 0),
    ...damaged(/ cannot be entered$/),
  },
  {
    name: 'the folder cannot be read',
    files: (volume) => chmodSync(join(volume, folder), 0),
    ...damaged(/^\.canary cannot be read$/),
  },
  {
    name: 'the manifest is missing',
    files: (volume) => rmSync(join(volume, manifest)),
    ...damaged(/^no \.canary\/SHA256SUMS$/),
  },
  {
    name: 'the manifest is empty',
    files: (volume) => truncateSync(join(volume, manifest)),
    ...damaged(/SHA256SUMS is empty$/),
  },
  {
    name: 'the manifest is truncated',
    files: (volume) => truncateSync(join(volume, manifest), 40),
    ...damaged(/is no sum and name/),
  },
  {
    name: 'the manifest has another sum',
    files: (volume) => {
      const text = readFileSync(join(volume, manifest), 'utf8');
      writeFileSync(join(volume, manifest), `${'0'.repeat(64)}${text.slice(64)}`);
    },
    ...damaged(/ is altered$/),
  },
  { name: 'the files are of an older backup', canaryAge: 86_400, ...damaged(/: an older copy$/) },
  {
    name: 'the volume is empty',
    files: (volume) => {
      for (const name of readdirSync(volume)) rmSync(join(volume, name), { recursive: true });
    },
    ...damaged(/ is empty$/),
  },
  {
    name: 'the volume is not mounted',
    restored: { mountPath: undefined },
    ...damaged(/^none$/),
  },
  {
    name: 'half restored: no workload',
    restored: { workload: 'absent' },
    ...halfRestored(/^it is missing$/),
  },
  {
    name: 'half restored: a pod that crashes',
    restored: { workload: 'crashing' },
    ...halfRestored(/^0 ready: db-0 is main CrashLoopBackOff/),
  },
  {
    name: 'half restored: a claim that is not bound',
    restored: { claim: 'Pending' },
    outcomes: { completeness: 'damaged', checksums: 'damaged' },
    tells: ['completeness', /^data is Pending$/],
  },
  {
    name: 'half restored: no claim',
    restored: { claim: 'absent' },
    outcomes: { completeness: 'damaged', checksums: 'damaged' },
    tells: ['completeness', /^it has none$/],
  },
  {
    name: 'the service answers 503',
    answer: 503,
    outcomes: { http: 'damaged' },
    tells: ['http', /^status 503$/],
  },
  {
    name: 'the service does not listen',
    answer: undefined,
    outcomes: { http: 'damaged' },
    tells: ['http', /^status none$/],
  },
];

import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Answer, text } from '@resilience/workflows/stand-ins';

/**
 * Puts a program into `bin` of a folder that answers what begins so, the first that fits; a shell starts in a
 * hundredth of the time that Node needs.
 */
export function quickStandIn(folder: string, program: string, answers: readonly Answer[]): void {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const cases = answers.map(({ asked, output = '', error = '', status = 0 }, index) => {
    const file = join(folder, `${program}-${index}`);
    writeFileSync(file, text(output));
    writeFileSync(`${file}-error`, error);
    return `${quoted(asked)}*) /bin/cat ${quoted(file)}; /bin/cat ${quoted(`${file}-error`)} >&2; exit ${status} ;;`;
  });
  const script = [
    '#!/bin/sh',
    `printf '%s\\n' "${program} $*" >>${quoted(join(folder, 'calls'))}`,
    'case "$*" in',
    ...cases,
    'esac',
    `echo "${program} $*: nothing is recorded" >&2`,
    'exit 64',
    '',
  ];
  writeFileSync(join(bin, program), script.join('\n'));
  chmodSync(join(bin, program), 0o755);
}

const quoted = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** What the programs of a folder were called with. */
export function callsIn(folder: string): readonly string[] {
  const file = join(folder, 'calls');
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
}

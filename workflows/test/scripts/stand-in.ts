import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Stands in for kubectl, aws or curl: answers what was recorded for the beginning of its arguments, and
 * records what it was called with. What nobody recorded is an error, as it would be for the real one.
 */

interface Answer {
  readonly asked: string;
  /** In base64. */
  readonly output: string;
  readonly error: string;
  readonly status: number;
  /** How often it is given; after that, the next that fits is. */
  readonly times: number;
}

const [program = '', ...given] = process.argv.slice(2);
// Of every call of kubectl by the command line.
const words = given.filter((word) => !word.startsWith('--request-timeout='));
const folder = process.env['STAND_IN'] ?? '';
const asked = words.join(' ');
const calls = join(folder, 'calls');
const before = existsSync(calls) ? readFileSync(calls, 'utf8').split('\n') : [];
const answers = JSON.parse(readFileSync(join(folder, `${program}.json`), 'utf8')) as Answer[];
const answer = answers.find(
  (each, index) =>
    asked.startsWith(each.asked) &&
    before.filter((line) => line.startsWith(`${program} ${index} `)).length < each.times,
);
appendFileSync(
  calls,
  `${program} ${answer ? answers.indexOf(answer) : '?'} ${JSON.stringify(asked)}\n`,
);
const body = words.indexOf('--body');
const piped = ['--filename', '--config'].some((flag) => words[words.indexOf(flag) + 1] === '-');
if (body >= 0 || (piped && words.some((word) => word === '-'))) {
  const sent = readFileSync(body >= 0 ? (words[body + 1] ?? '') : 0, 'utf8');
  appendFileSync(join(folder, 'sent'), `${JSON.stringify(sent)}\n`);
}
if (!answer) process.stderr.write(`${program} ${asked}: nothing is recorded\n`);
process.stderr.write(answer?.error ?? '');
process.stdout.write(Buffer.from(answer?.output ?? '', 'base64'));
process.exitCode = answer?.status ?? 64;

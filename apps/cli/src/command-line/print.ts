import { formatProblem, type Problem } from '@resilience/config/problem';

import type { Answer } from '../answer.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Refusal } from '../refusal.ts';
import { terminalWidth } from '../terminal-width.ts';
import type { Verbatim } from '../verbatim.ts';
import { wrapLines } from '../wrap-line.ts';
import { jsonOf } from './json.ts';

export interface Reader {
  /** Such as `backup list`. */
  readonly command: string;
  readonly json: boolean;
}

/** The one place that writes an answer: as text for a person, or as an object for a machine. */
export function printAnswer({ command, json }: Reader, answer: Answer | Verbatim): ExitCode {
  const { code, result } = answer;
  if (json) printObject({ command, outcome: outcomeOf(code), problems: [], result });
  else process.stdout.write(ended(textOf(answer)));
  return code;
}

/** Problems are for people, too, where a machine reads: a log without the object still says them. */
export function printRefusal(reader: Reader, { problems, conclusion }: Refusal): ExitCode {
  process.stderr.write(ended([...paragraphs(problems), conclusion ?? []].flat().join('\n\n')));
  return printProblems(reader, problems);
}

/** For a machine alone: what a person reads of it stands on the standard error already. */
export function printProblems({ command, json }: Reader, problems: readonly Problem[]): ExitCode {
  if (json) printObject({ command, outcome: 'unusable', problems, result: null });
  return exitCode.unusable;
}

interface Printed {
  readonly command: string;
  readonly outcome: keyof typeof exitCode;
  readonly problems: readonly Problem[];
  readonly result: unknown;
}

const printObject = (printed: Printed): boolean => process.stdout.write(`${jsonOf(printed)}\n`);

function outcomeOf(code: ExitCode): keyof typeof exitCode {
  if (code === exitCode.fine) return 'fine';
  return code === exitCode.findings ? 'findings' : 'unusable';
}

const textOf = (answer: Answer | Verbatim): string =>
  'verbatim' in answer && answer.verbatim
    ? answer.text()
    : wrapLines(answer.text(), terminalWidth());

const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** What is wrong with the whole call is a line for each cause; what is wrong at a place, a paragraph. */
function paragraphs(problems: readonly Problem[]): string[] {
  const ofCall = problems.filter((one) => isOfCall(one));
  const lines = ofCall.map(({ message }) => `resilience: ${message}`).join('\n');
  const placed = problems.filter((one) => !isOfCall(one)).map(formatProblem);
  return [...(lines === '' ? [] : [lines]), ...placed];
}

const isOfCall = ({ file, path }: Problem): boolean => file === '' && path === '';

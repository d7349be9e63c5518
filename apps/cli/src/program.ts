import { ArgoWorkflowsError } from 'argo-workflows-client/failures';
import { type Command, CommanderError } from 'commander';

import { commandOf, wantsJson } from './command-line/asked-for.ts';
import { type Carry, commanderOf } from './command-line/commander.ts';
import { helpWords } from './command-line/help-words.ts';
import { printAnswer, printProblems, printRefusal, type Reader } from './command-line/print.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { layerVersion } from './layer-version.ts';
import { problemOfCall, Refusal } from './refusal.ts';
import { tree } from './verbs/tree.ts';

/** Runs one command line. */
export async function run(words: readonly string[]): Promise<ExitCode> {
  const reader = { command: commandOf(tree, words), json: wantsJson(words) };
  let code: ExitCode = exitCode.fine;
  try {
    const program = commandLine(async ({ verb, flags, words: named }) => {
      code = printAnswer(reader, await verb.run(flags, { words: named, tree, json: reader.json }));
    });
    await program.parseAsync(helpWords(tree, await completed(words, reader)), { from: 'user' });
  } catch (error) {
    return failure(reader, error);
  }
  return code;
}

/** The command line; on a terminal, a person is asked for what it leaves out. */
async function completed(words: readonly string[], { json }: Reader): Promise<readonly string[]> {
  if (json || !process.stdin.isTTY || !process.stderr.isTTY) return words;
  const { askMissing, askOnTerminal } = await import('./command-line/ask-missing.ts');
  const { lookUp } = await import('./completion/look-up.ts');
  return askMissing(tree, words, { lookUp, ask: askOnTerminal });
}

/** All that can be called. */
export const commandLine = (carry: Carry): Command =>
  commanderOf(tree, carry)
    .option('-V, --version', 'print the version')
    .on('option:version', printVersion);

function printVersion(): never {
  const version = layerVersion();
  process.stdout.write(`${version}\n`);
  throw new CommanderError(exitCode.fine, 'commander.version', version);
}

/** Commander has already printed what it throws; help that was asked for is not a failure. */
function failure(reader: Reader, error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCode.fine;
    const message = error.message.replace(/^error: /, '');
    return printProblems(reader, [problemOfCall(message, 'command/usage')]);
  }
  if (error instanceof Refusal) return printRefusal(reader, error);
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ArgoWorkflowsError) return printRefusal(reader, new Refusal(message));
  process.stderr.write(`resilience: ${error instanceof Error ? error.stack : String(error)}\n`);
  return printProblems(reader, [problemOfCall(message, 'command/failed')]);
}

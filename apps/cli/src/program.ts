import { ArgoWorkflowsError } from 'argo-workflows-client/failures';
import { Command, CommanderError } from 'commander';

import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { checkCommand } from './commands/check.ts';
import { costCommand } from './commands/cost.ts';
import { drillCommand } from './commands/drill.ts';
import { evidenceCommand } from './commands/evidence.ts';
import { explainCommand } from './commands/explain.ts';
import { namesCommand } from './commands/names.ts';
import { renderCommand } from './commands/render.ts';
import { repositoryCommand } from './commands/repository.ts';
import { restoreCommand } from './commands/restore.ts';
import { simulateCommand } from './commands/simulate.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';

/** Runs one command line. */
export async function run(words: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = exitCode.fine;
  const program = commandLine((result) => {
    code = result;
  });
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    return failure(error);
  }
  return code;
}

/**
 * All that can be called.
 *
 * @param finish is told how a command ended
 */
export function commandLine(finish: (code: ExitCode) => void): Command {
  const program = new Command('resilience')
    .description('Backup and disaster recovery, rendered from environments/<env>/config.ts')
    // Descriptions are wrapped in terminals down to 60 columns, too.
    .configureHelp({ minWidthToWrap: 20 })
    .showHelpAfterError('(resilience --help lists the commands and options)')
    .exitOverride();
  auditCommand(program, finish);
  backupCommand(program, finish);
  checkCommand(program, finish);
  costCommand(program, finish);
  drillCommand(program, finish);
  evidenceCommand(program, finish);
  explainCommand(program, finish);
  namesCommand(program, finish);
  renderCommand(program, finish);
  repositoryCommand(program, finish);
  restoreCommand(program, finish);
  simulateCommand(program, finish);
  return program;
}

/** Commander has already printed what it throws; help that was asked for is not a failure. */
function failure(error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCode.fine : exitCode.unusable;
  }
  if (error instanceof Refusal || error instanceof ArgoWorkflowsError) return refuse(error.message);
  process.stderr.write(`resilience: ${error instanceof Error ? error.stack : String(error)}\n`);
  return exitCode.unusable;
}

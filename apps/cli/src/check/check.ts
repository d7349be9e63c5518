import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { leftovers, loadEnvironment } from '@resilience/config/load';
import { formatProblem } from '@resilience/config/problem';
import { blocks, check as judge, type Finding } from '@resilience/policy/check';
import { lineOf } from '@resilience/policy/line-of';
import { readRendered } from '@resilience/policy/read-rendered';
import type { Rendered } from '@resilience/policy/rendered';
import { prove } from '@resilience/recovery/prove';

import type { CheckFlags } from '../commands/check.ts';
import { declaredEnvironments } from '../declared-environments.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { loadPolicy } from '../load-policy.ts';
import { Progress } from '../progress.ts';
import { Refusal } from '../refusal.ts';
import { excusable } from '../render/breaches.ts';
import { repositoryRoot } from '../repository-root.ts';
import { today } from '../today.ts';
import { ofDeclaration } from './of-declaration.ts';
import { ofLeftovers } from './of-leftovers.ts';
import { ofWaivers } from './of-waivers.ts';
import type { Reported, Result } from './reported.ts';

/** Does what `resilience check` promises, and prints what was found. */
export async function check({ env, format }: CheckFlags): Promise<ExitCode> {
  const names = declaredEnvironments(env);
  const terms = { policy: await loadPolicy(), today: today() };
  const progress = new Progress(process.stderr);
  const results: Result[] = [];
  for (const [index, name] of names.entries()) {
    progress.show(`checking ${name} (${index + 1} of ${names.length})`);
    const loaded = await loadEnvironment(repositoryRoot, name);
    if (!loaded.ok) {
      process.stderr.write(`${loaded.problems.map(formatProblem).join('\n\n')}\n`);
      return exitCode.unusable;
    }
    const { waivers } = loaded.value;
    const proved = waivers.some(({ rule }) => rule.startsWith('recovery/'));
    const breached = excusable(proved ? prove(loaded.value) : []);
    const verdict = judge(renderedOf(name), { ...terms, waivers });
    const findings = [
      ...verdict.findings.map(reported),
      ...ofWaivers(waivers, verdict, terms.today, breached),
      ...(await ofDeclaration(loaded.value)),
    ];
    results.push({ environment: name, applied: verdict.applied.size, findings });
  }
  if (!env) results.push(...ofLeftovers(leftovers(repositoryRoot)));
  progress.clear();
  process.stdout.write(await print(format, results));
  return results.some(({ findings }) => findings.some(({ stops }) => stops))
    ? exitCode.findings
    : exitCode.fine;
}

/** @throws {Refusal} where a rule has nothing to judge */
function renderedOf(environment: string): Rendered {
  try {
    return readRendered(repositoryRoot, environment);
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function reported(finding: Finding): Reported {
  const { rule, object, at, message, expected, received, severity, subject, waiver } = finding;
  const place = [...object.place, ...at];
  const source = readFileSync(join(repositoryRoot, object.file), 'utf8');
  return {
    rule: rule.id,
    severity,
    subject,
    message,
    expected,
    received: received === undefined ? 'nothing' : JSON.stringify(received),
    why: rule.why,
    source: rule.source,
    file: object.file,
    line: lineOf(source, place),
    declaredAt: rule.declaredAt.replace('{name}', object.name),
    waivedBy: waiver?.owner,
    stops: blocks(finding),
  };
}

/** Formats for machines are loaded when they are asked for. */
const print = async (format: CheckFlags['format'], results: readonly Result[]): Promise<string> =>
  (await printers[format]())(results);

const printers: Record<
  CheckFlags['format'],
  () => Promise<(results: readonly Result[]) => string>
> = {
  text: async () => (await import('./format-text.ts')).formatText,
  json: async () => (await import('./format-json.ts')).formatJson,
  sarif: async () => (await import('./format-sarif.ts')).formatSarif,
  junit: async () => (await import('./format-junit.ts')).formatJunit,
  github: async () => (await import('./format-github.ts')).formatGithub,
};

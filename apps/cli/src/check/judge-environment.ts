import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Environment } from '@resilience/config/environment';
import { blocks, check as judge, type Finding, type Terms } from '@resilience/policy/check';
import { lineOf } from '@resilience/policy/line-of';
import { readRendered } from '@resilience/policy/read-rendered';
import type { Rendered } from '@resilience/policy/rendered';
import { prove } from '@resilience/recovery/prove';
import { excusable } from '@resilience/recovery/waived';

import { Refusal } from '../refusal.ts';
import { repositoryRoot } from '../repository-root.ts';
import { declaredAt } from './declared-at.ts';
import { ofDeclaration } from './of-declaration.ts';
import { ofWaivers } from './of-waivers.ts';
import { oneResultEach } from './one-result-each.ts';
import type { Found, Result } from './reported.ts';
import { withDeclared } from './with-declared.ts';

/** All environments are judged by these. */
export type CommonTerms = Omit<Terms, 'waivers' | 'declaration'>;

/**
 * Judges what is rendered of one environment by every rule, and its waivers.
 *
 * @throws {Refusal} where nothing is rendered, or what is cannot be read
 */
export async function judgeEnvironment(
  environment: Environment,
  terms: CommonTerms,
): Promise<Result> {
  const { name, waivers } = environment;
  const proved = waivers.some(({ rule }) => rule.startsWith('recovery/'));
  const breached = excusable(proved ? prove(environment) : []);
  const verdict = judge(renderedOf(name), { ...terms, waivers, declaration: environment });
  const findings = [
    ...verdict.findings.map((finding) => reported(environment, finding)),
    ...ofWaivers(waivers, verdict, terms.today, breached),
    ...(await ofDeclaration(environment)),
  ];
  return {
    environment: name,
    applied: verdict.applied.size,
    findings: oneResultEach(await withDeclared(name, findings)),
  };
}

/** @throws {Refusal} where a rule has nothing to judge */
function renderedOf(environment: string): Rendered {
  try {
    return readRendered(repositoryRoot, environment);
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function reported(environment: Environment, finding: Finding): Found {
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
    declaredAt: declaredAt(environment, finding),
    waivedBy: waiver?.owner,
    stops: blocks(finding),
  };
}

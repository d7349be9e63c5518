import { readFileSync } from 'node:fs';

import type { Finding, Problem } from '@resilience/config/problem';
import { schemaFindings } from '@resilience/config/schema-findings';
import { parse } from 'yaml';

import { git } from '../git.ts';
import { Refusal } from '../refusal.ts';
import { type Answers, answers, usual } from './answers.ts';

/** Answers by key, not judged yet. */
export type Given = Readonly<Record<string, unknown>>;

/**
 * The answers of a file in JSON or YAML.
 *
 * @throws {Refusal} when it cannot be read, or holds no keys
 */
export function readAnswers(file: string): Given {
  const content = contentOf(file);
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) {
    return { ...content };
  }
  throw new Refusal(`${file} holds no answers: write one a line, such as organisation: acme`);
}

function contentOf(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Refusal(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

/** What is taken where nothing is said: the usual values, and the address that Git knows, if ArgoCD can reach it. */
export function withUsual(root: string, given: Given): Given {
  const repository = git(root, 'remote', 'get-url', 'origin');
  const isReached = answers.shape.repository.safeParse(repository).success;
  return { ...usual, ...(isReached && { repository }), ...given };
}

export type Judged =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** @param file that the answers are of, or the words "the flags" */
export function judgeAnswers(given: Given, file: string): Judged {
  const parsed = answers.safeParse(given);
  if (!parsed.success) {
    const findings = [
      ...parsed.error.issues.flatMap(({ path: [key], message }) =>
        typeof key === 'string' && given[key] === undefined ? [missing(key, message)] : [],
      ),
      ...schemaFindings(answers, given).filter(({ code }) => code !== 'config/missing'),
    ];
    const problems = findings.map((finding) => ({ file, ...finding }));
    return { ok: false, problems };
  }
  const problems = missingTogether(parsed.data).map((finding) => ({ file, ...finding }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, answers: parsed.data };
}

const howToSay = (path: string): string =>
  `pass --${path.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}, or add the key ${path} to the file of --answers`;

const missing = (path: string, expected: string): Finding => ({
  path,
  code: 'init/missing',
  message: 'is missing',
  expected,
  received: 'nothing',
  fix: howToSay(path),
});

/** What only some answers need. */
function missingTogether(given: Answers): Finding[] {
  const unless = (path: keyof Answers, expected: string): Finding[] =>
    given[path] === undefined ? [missing(path, expected)] : [];
  return [
    ...(given.email === undefined
      ? []
      : unless('mailServer', 'the host and port that take mail, such as smtp.example.com:587')),
    ...(given.drCluster === 'none'
      ? []
      : unless('drIdentity', 'the OIDC issuer of the cluster in the DR region, or pod-identity')),
    ...(ways(given) >= 2
      ? []
      : [
          {
            path: 'slack',
            code: 'init/two-channels',
            message: 'leaves critical alerts with fewer than two ways',
            expected: 'two of slack, pagerduty and email: one may fail',
            received: String(ways(given)),
            fix: "pass two, such as --slack '#platform' --pagerduty",
          },
        ]),
  ];
}

const ways = ({ slack, pagerduty, email }: Answers): number =>
  [slack !== undefined, pagerduty, email !== undefined].filter(Boolean).length;

import { parseArgs } from 'node:util';

import { CallError } from './call-error.ts';
import { type Suite, suites, type Whose } from './suites.ts';

/** What was called for. */
export interface SuiteCall {
  readonly suite: Suite;
  readonly judges: readonly Whose[];
  /** What the suite itself is called with. */
  readonly words: readonly string[];
}

/**
 * Understands `NAME [--repository fixture|own] [word…]`. An environment that is named is one of this repository where
 * the suite judges both.
 *
 * @throws CallError where there is no such suite, or the suite judges no such environments
 */
export function suiteCall([name = '', ...words]: readonly string[]): SuiteCall {
  const suite = suites[name];
  if (!suite) throw new CallError([`${name}: there are ${Object.keys(suites).join(', ')}`]);
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: { repository: { type: 'string' } },
    strict: false,
    tokens: true,
  });
  const asked = tokens.find((token) => token.kind === 'option' && token.name === 'repository');
  if (asked?.kind !== 'option') {
    const isNamed = suite.judges.includes('own') && positionals.length > 0;
    return { suite, judges: isNamed ? ['own'] : suite.judges, words };
  }
  const rest = words.toSpliced(asked.index, asked.inlineValue ? 1 : 2);
  return { suite, judges: [whoseOf(name, suite, values.repository)], words: rest };
}

function whoseOf(name: string, { fixtureOnly }: Suite, asked: unknown): Whose {
  if (asked !== 'fixture' && asked !== 'own') {
    throw new CallError([`--repository ${String(asked)}: there are fixture, own`]);
  }
  if (fixtureOnly && asked === 'own') {
    throw new CallError([
      `--repository own: ${name} needs what only the fixture declares, and judges nothing else`,
    ]);
  }
  return asked;
}

import type { CheckInput } from '@resilience/config/check-inputs';

import type { Expectation } from './damage.ts';
import { secret } from './engine.ts';
import { verify, type Verdict } from './restored-namespace.ts';

/** What each check said of one restored copy; commands by their names. */
export interface Row {
  readonly name: string;
  readonly outcomes: Readonly<Record<string, Verdict['outcome']>>;
}

export interface Judged {
  readonly name: string;
  /** The folder that is taken for a cluster. */
  readonly folder: string;
  readonly checks: readonly CheckInput[];
  readonly backupStartedAt: string;
}

/**
 * Makes every check of one restored copy.
 *
 * @throws where one says something else than is expected of it, or tells a secret
 */
export async function judge(
  { name: copy, folder, checks, backupStartedAt }: Judged,
  { outcomes, tells }: Expectation,
): Promise<Row> {
  const found: Record<string, Verdict['outcome']> = {};
  const wrong: string[] = [];
  // One after the other: a server that has met damage may refuse the next question for it.
  for (const check of checks) {
    const verdict = await verify(folder, check, backupStartedAt);
    const name = check.check === 'command' ? check.subject : check.check;
    found[name] = verdict.outcome;
    const isTold = tells?.[0] !== name || tells[1].test(verdict.received);
    const isExpected = verdict.outcome === (outcomes[name] ?? 'ok');
    if (!isTold || !isExpected || verdict.output.includes(secret)) {
      wrong.push(`${name} said: ${verdict.output}`);
    }
  }
  if (wrong.length > 0) throw new Error(`${copy}\n${wrong.join('\n')}`);
  return { name: copy, outcomes: found };
}

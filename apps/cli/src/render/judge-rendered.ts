import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { loadEnvironment } from '@resilience/config/load';

import type { Result } from '../check/reported.ts';
import { loadPolicy, policyFile } from '../load-policy.ts';
import { repositoryRoot } from '../repository-root.ts';
import { today } from '../today.ts';

/**
 * How to judge what is rendered, where the organisation has a policy. The policy is loaded before anything is
 * written, so that an unusable one stops the rendering.
 */
export async function judgeOf(): Promise<
  ((names: readonly string[]) => Promise<Result[]>) | undefined
> {
  if (!existsSync(join(repositoryRoot, policyFile))) return undefined;
  const { judgeEnvironment } = await import('../check/judge-environment.ts');
  const terms = { policy: await loadPolicy(), today: today() };
  return async (names) => {
    const results: Result[] = [];
    for (const name of names) {
      const loaded = await loadEnvironment(repositoryRoot, name);
      if (loaded.ok) results.push(await judgeEnvironment(loaded.value, terms));
    }
    return results;
  };
}

export const stops = ({ findings }: Result): boolean => findings.some((finding) => finding.stops);

/** @returns nothing where nothing is found */
export async function formatJudged(judged: readonly Result[] | undefined): Promise<string> {
  if (!judged) return '\nnot judged by the policies: run "npm run resilience -- check"';
  const found = judged.filter(({ findings }) =>
    findings.some(({ waivedBy }) => waivedBy === undefined),
  );
  if (found.length === 0) return '';
  const { formatText } = await import('../check/format-text.ts');
  return `\n\n${formatText(found).trimEnd()}`;
}

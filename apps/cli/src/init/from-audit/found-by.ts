import { refuseProblems } from '../../refusal.ts';
import type { Answers } from '../answers.ts';
import { keep } from './keep.ts';
import type { Kept } from './kept.ts';
import { knownAnswers } from './known-answers.ts';
import { readAudit } from './read-audit.ts';
import { unkept } from './unkept.ts';

/**
 * What an audit of a path found: the answers that it gives, and what a declaration keeps of it.
 *
 * @throws {Refusal} where nothing can be read at the path, or with all that no declaration can keep
 */
export function foundBy(path: string) {
  const found = readAudit(path);
  const problems = unkept(found, path);
  if (problems.length > 0) refuseProblems(problems, 'Nothing was written.');
  return {
    known: knownAnswers(found),
    keep: (answers: Answers): Kept => keep(found, answers),
  };
}

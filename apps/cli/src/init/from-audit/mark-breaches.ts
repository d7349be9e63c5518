import type { Replacement } from '@resilience/render/replace-files';
import { inScratchRepository } from '@resilience/render/scratch-repository';

import { findingsThatBlock } from '../../trial/judge-environments.ts';
import { lookAt } from '../../trial/look-at.ts';
import { heldObjectives } from './held-objectives.ts';
import { type Marks, noMarks } from './marks.ts';

/** @param marks that the sources carry */
type SourcesWith = (marks: Marks) => Promise<readonly Replacement[]>;

/**
 * Finds what the standard objectives and the rules ask for that what was found does not hold: first by the
 * proof, and then, once that is said, by the rules on what is rendered.
 *
 * @param root the repository's folder
 * @returns no marks where the declaration has other problems, which are to be seen first
 */
export async function markBreaches(root: string, sourcesWith: SourcesWith): Promise<Marks> {
  const proved = await inScratchRepository(root, await sourcesWith(noMarks), lookAt);
  const held = heldObjectives(proved.flatMap(({ proofs }) => proofs));
  return inScratchRepository(root, await sourcesWith(held), async (folder) => {
    const findings = await findingsThatBlock(folder, await lookAt(folder));
    const breaches = findings.map(({ finding: { rule, subject, message } }) => ({
      rule: rule.id,
      subject,
      why: `${subject} ${message}`,
    }));
    return { ...held, breaches: onePerSubject([...held.breaches, ...breaches]) };
  });
}

/** One waiver excuses a subject from a rule, however often it breaks the rule. */
const onePerSubject = (breaches: Marks['breaches']): Marks['breaches'] => [
  ...new Map(breaches.map((one) => [`${one.rule} ${one.subject}`, one])).values(),
];

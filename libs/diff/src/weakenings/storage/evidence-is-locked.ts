import { declared } from '../../guard.ts';

export const evidenceIsLocked = declared({
  id: 'storage/evidence-is-locked',
  absence: 'unsaid',
  guards: ({ evidence: { objectLock } }) => [
    {
      path: 'evidence.objectLock',
      subject: 'evidence',
      strength: objectLock === 'compliance' ? 1 : 0,
      value: objectLock,
    },
  ],
  sentence: ({ before, after }) =>
    `Reports of drills are locked in ${after} mode instead of ${before} mode.`,
});

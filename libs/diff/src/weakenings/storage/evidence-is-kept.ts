import { longer } from '../../length.ts';
import { declared } from '../../guard.ts';

export const evidenceIsKept = declared({
  id: 'storage/evidence-is-kept',
  absence: 'unsaid',
  guards: ({ evidence: { retention } }) => [
    { path: 'evidence.retention', subject: 'evidence', ...longer(retention) },
  ],
  sentence: ({ before, after }) => `Reports of drills are kept for ${after} instead of ${before}.`,
});

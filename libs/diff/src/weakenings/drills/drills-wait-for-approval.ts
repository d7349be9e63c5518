import { declared } from '../../guard.ts';

export const drillsWaitForApproval = declared({
  id: 'drills/drills-wait-for-approval',
  absence: 'unsaid',
  guards: ({ drills }) =>
    Object.entries(drills).flatMap(([name, drill]) =>
      'approval' in drill
        ? [
            {
              path: `drills.${name}.approval`,
              subject: name,
              strength: drill.approval.by === 'person' ? 1 : 0,
              value: drill.approval.by === 'person' ? 'a person' : 'nobody',
            },
          ]
        : [],
    ),
  sentence: ({ names, before, after }) =>
    `The drill ${names} waits for the approval of ${after} instead of ${before}.`,
});

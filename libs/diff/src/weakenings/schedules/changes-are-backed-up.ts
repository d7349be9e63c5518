import { declared, said } from '../../guard.ts';

export const changesAreBackedUp = declared({
  id: 'schedules/changes-are-backed-up',
  absence: 'weakest',
  guards: ({ changes }) =>
    Object.entries(changes.applications).map(([application, service]) => ({
      path: `changes.applications.${application}`,
      within: [`services.${service}`],
      subject: service,
      case: application,
      strength: 1,
      value: service,
    })),
  sentence: (one) =>
    said(one, {
      gone: () =>
        `${one.names} is no longer backed up before ArgoCD syncs the application ${one.cases}.`,
      come: () => `${one.names} is backed up before ArgoCD syncs the application ${one.cases}.`,
      changed: (after, before) =>
        `${after} instead of ${before} is backed up before ArgoCD syncs the application ${one.cases}.`,
    }),
});

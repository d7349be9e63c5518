import { declared, said } from '../../guard.ts';

export const servicesAreDrilled = declared({
  id: 'drills/services-are-drilled',
  absence: 'weakest',
  guards: ({ drills }) =>
    Object.entries(drills).flatMap(([name, drill]) =>
      ('services' in drill ? drill.services : []).map((service) => ({
        path: `drills.${name}.services`,
        id: service,
        within: [`services.${service}`],
        subject: service,
        case: name,
        strength: 1,
        value: 'restored',
      })),
    ),
  sentence: (one) =>
    said(one, {
      gone: () => `The drill ${one.cases} no longer restores ${one.names}.`,
      come: () => `The drill ${one.cases} restores ${one.names}, too.`,
      changed: () => '',
    }),
});

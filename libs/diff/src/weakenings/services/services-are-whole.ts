import { declared } from '../../guard.ts';

/** What is said of a service goes with it, also where it is still declared as one that is not backed up. */
export const servicesAreWhole = declared({
  id: 'services/services-are-whole',
  absence: 'unsaid',
  guards: ({ services }) =>
    Object.keys(services).map((name) => ({
      path: `services.${name}`,
      subject: name,
      strength: 0,
      value: 'whole',
    })),
  sentence: () => '',
});

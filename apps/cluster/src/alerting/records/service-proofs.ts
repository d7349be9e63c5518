import { prove } from '@resilience/recovery/prove';

import { constant, recordFamily } from '../record.ts';

export const serviceProofs = recordFamily({
  name: 'service-proofs',
  about: 'What is proved of each service: the worst case, where there is one.',
  rules: (environment) =>
    prove(environment).flatMap(({ service, scenario, rpo, rto }) => {
      const labels = { service, scenario };
      return [
        ...(rpo.worst
          ? [constant('resilience:service_proved_rpo_seconds', rpo.worst.seconds, labels)]
          : []),
        ...(rto.worst
          ? [constant('resilience:service_proved_rto_seconds', rto.worst.seconds, labels)]
          : []),
      ];
    }),
});

import { z } from 'zod';

import { rendered, said } from '../../guard.ts';

const binding = z.looseObject({
  spec: z.looseObject({
    policyName: z.string(),
    validationActions: z.array(z.string()).default([]),
  }),
});

export const admissionIsRefused = rendered({
  id: 'access/admission-is-refused',
  absence: 'weakest',
  guards: (files) =>
    files
      .of('admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding')
      .flatMap(({ file, value }) => {
        const { data } = binding.safeParse(value);
        if (!data) return [];
        const { policyName, validationActions } = data.spec;
        return {
          path: file,
          subject: policyName,
          strength: validationActions.includes('Deny') ? 1 : 0,
          value: validationActions.join(' and '),
        };
      }),
  sentence: (one) =>
    said(one, {
      gone: () => `The admission policy ${one.names} is no longer bound: it judges nothing.`,
      come: (after) => `The admission policy ${one.names} is bound (${after}).`,
      changed: (after, before) =>
        `The admission policy ${one.names} answers with ${after} instead of ${before}.`,
    }),
});

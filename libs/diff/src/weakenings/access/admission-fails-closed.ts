import { z } from 'zod';

import { rendered } from '../../guard.ts';

const policy = z.looseObject({
  spec: z.looseObject({ failurePolicy: z.string().default('Fail') }),
});

export const admissionFailsClosed = rendered({
  id: 'access/admission-fails-closed',
  absence: 'unsaid',
  guards: (files) =>
    files
      .of('admissionregistration.k8s.io/ValidatingAdmissionPolicy')
      .map(({ file, name, value }) => {
        const answer = policy.safeParse(value).data?.spec.failurePolicy ?? 'Fail';
        return { path: file, subject: name, strength: answer === 'Fail' ? 1 : 0, value: answer };
      }),
  sentence: ({ names, before, after }) =>
    `Where the admission policy ${names} cannot be evaluated, the answer is ${after} instead of ${before}.`,
});

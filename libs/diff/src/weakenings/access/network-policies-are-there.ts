import { rendered, said } from '../../guard.ts';

export const networkPoliciesAreThere = rendered({
  id: 'access/network-policies-are-there',
  absence: 'weakest',
  guards: (files) =>
    files.of('networking.k8s.io/NetworkPolicy').map(({ file, name }) => ({
      path: file,
      subject: name,
      strength: 1,
      value: 'is there',
    })),
  sentence: (one) =>
    said(one, {
      gone: () => `The NetworkPolicy ${one.names} is removed.`,
      come: () => `The NetworkPolicy ${one.names} is added.`,
      changed: () => '',
    }),
});

import { gib } from '@resilience/config';

import { parseSize } from '../add/size.ts';
import { wordOf } from '../add/flags.ts';
import { softwareWords } from '../add/software-words.ts';
import { software } from '../add/software.ts';
import type { Answers } from './answers.ts';

/** ArgoCD, from which everything else comes back, and the services that were named. */
export const declaredServices = (answers: Answers): Record<string, object> => ({
  argocd: {
    ...(answers.argocdNamespace === 'argocd' ? {} : { namespace: answers.argocdNamespace }),
    owner: answers.teams[0],
    tier: 'important',
    verification: [{ check: 'objects', resource: 'applications.argoproj.io', atLeast: 1 }],
  },
  ...namedServices(answers),
});

/** The services that were named in short. */
export const namedServices = (answers: Answers): Record<string, object> =>
  Object.fromEntries(answers.services.map((text) => declaredService(text, answers)));

/** `orders:shop:postgresql:20gib` */
function declaredService(text: string, { teams }: Answers): [string, object] {
  const [name = '', namespace = '', kind = 'stateless', size = '10gib'] = text.split(':');
  const make = software[wordOf('--services', kind, softwareWords)];
  return [
    name,
    {
      ...(namespace === '' || namespace === name ? {} : { namespace }),
      owner: teams[0],
      tier: 'important',
      ...make({
        name,
        size: parseSize(size) ?? gib(10),
        kind: undefined,
        workload: name,
        labels: { 'app.kubernetes.io/name': name },
        container: undefined,
        database: undefined,
        path: undefined,
      }),
    },
  ];
}

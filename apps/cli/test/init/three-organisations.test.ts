import { rmSync } from 'node:fs';

import { some } from '@resilience/vitest/some';
import { afterEach, expect, test } from 'vitest';

import { type AddOptions, add } from '../../src/add/add.ts';
import { addDrill } from '../../src/add/drill.ts';
import { addEnvironment } from '../../src/add/environment.ts';
import { addService } from '../../src/add/service.ts';
import { judgeAnswers, withUsual } from '../../src/init/given-answers.ts';
import { init } from '../../src/init/init.ts';
import { emptyRepository } from '../empty-repository.ts';
import { run } from '../run.ts';
import { govCloud, oneCluster, twoClusters } from './organisations.ts';

type Make = Parameters<typeof add>[0];

const breakGlass = ['arn:aws-us-gov:iam::111122223333:user/break-glass'];
const identity = 'pod-identity';

const organisations: [string, object, Make[]][] = [
  [
    'one cluster without DR',
    oneCluster,
    [(declared) => addService(declared, 'cache', { env: 'production', software: 'redis' })],
  ],
  [
    'two clusters with DR',
    twoClusters,
    [
      (declared) =>
        addService(declared, 'loyalty', { env: 'production', software: 'mysql', tier: 'critical' }),
      (declared) => addService(declared, 'web', { env: 'production' }),
    ],
  ],
  [
    'six environments in GovCloud',
    govCloud,
    [
      ...['staging', 'test', 'tools'].map(
        (name): Make =>
          (declared) =>
            addEnvironment(declared, name, { cluster: `agency-${name}`, identity, breakGlass }),
      ),
      (declared) =>
        addEnvironment(declared, 'tools-dr', {
          cluster: 'agency-tools-dr',
          identity,
          standbyOf: 'tools',
        }),
      (declared) => addService(declared, 'git', { env: 'tools', software: 'postgresql' }),
      (declared) =>
        addDrill(declared, 'restore', {
          env: 'staging',
          kind: 'namespace-restore',
          cron: '0 7 1 * *',
          services: ['argocd'],
        }),
    ],
  ],
];

const agreed: AddOptions['agreed'] = () => Promise.resolve(true);

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

test.each(some(organisations))(
  '%s are declared by init and add alone, render and stand every rule',
  async (_, given, additions) => {
    const root = emptyRepository();
    roots.push(root);
    const judged = judgeAnswers(withUsual(root, given as Record<string, unknown>), 'answers.yaml');
    if (!judged.ok) throw new Error(JSON.stringify(judged.problems));
    const initialised = await init(judged.answers, { root, removeSample: false, dryRun: false });
    const problems = [...initialised.result.problems];
    for (const make of additions) {
      const { result } = await add(make, { root, agreed });
      problems.push(...result.problems);
    }
    expect(problems).toEqual([]);
    const env = { RESILIENCE_REPOSITORY: root };
    expect(await run(['render'], env)).toMatchObject({ status: 0 });
    const { status, stdout } = await run(['check'], env);
    expect([status, stdout]).toEqual([0, expect.not.stringMatching(/[1-9]\d* findings?/)]);
  },
);

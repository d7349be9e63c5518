import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { actions, jobs, pipelines, type Step, texts } from './read-pipelines.ts';

const steps: readonly Step[] = [
  ...jobs.flatMap(({ job }) => job.steps),
  ...[...actions.values()].flat(),
];
/** What somebody outside can write: names of branches, titles, texts. */
const foreign = /github\.(head_ref|base_ref|event(?!_)|ref_name|actor)|inputs\./;

test('nothing is put into the text of a script: values go through the environment', () => {
  const filled = steps.filter(({ run }) => run?.includes('${{'));
  expect(filled).toEqual([]);
});

test('actions are given no text of others but a commit', () => {
  const given = steps.flatMap(({ with: words }) => Object.values(words ?? {}));
  const filled = given.filter((value) => typeof value === 'string' && foreign.test(value));
  expect([...new Set(filled)]).toEqual([
    '${{ github.event.pull_request.head.sha }}',
    '${{ inputs.role }}',
    '${{ inputs.region }}',
  ]);
});

test.each(some(texts))('actions of others are pinned by commit, with their release: %#', (text) => {
  const used = [...text.matchAll(/uses: (.+)$/gm)].map(([, action = '']) => action);
  const loose = used.filter(
    (action) => !/^(\.\/\.github\/actions\/|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/.test(action),
  );
  expect(loose).toEqual([]);
});

test.each(some([...pipelines]))(
  '%s begins without rights, and runs once at a time',
  (_, pipeline) => {
    expect(pipeline).toMatchObject({
      permissions: {},
      concurrency: { group: expect.any(String) },
    });
  },
);

test('every job has rights of its own, and a time after which it ends', () => {
  const unbounded = jobs.filter(
    ({ job }) => !job.permissions || !(job['timeout-minutes'] && job['timeout-minutes'] <= 60),
  );
  expect(unbounded).toEqual([]);
});

const mayDo = (right: string) =>
  jobs
    .filter(({ job }) =>
      Object.entries(job.permissions ?? {})
        .flat()
        .join(':')
        .includes(right),
    )
    .map(({ file, id }) => `${file} ${id}`);

test('who runs code of packages may write nothing', () => {
  const installing = jobs.filter(({ job }) =>
    job.steps.some(({ uses }) => uses === './.github/actions/install'),
  );
  const rights = installing.flatMap(({ job }) => Object.entries(job.permissions ?? {}));
  expect(new Set(rights.map(([right, how]) => `${right}: ${how}`))).toEqual(
    new Set(['contents: read', 'id-token: write']),
  );
});

test('rights to write are where they are used, and nowhere else', () => {
  expect({
    comments: mayDo('pull-requests:write'),
    findings: mayDo('security-events:write'),
    branches: mayDo('contents:write'),
    issues: mayDo('issues:write'),
  }).toEqual({
    comments: ['evidence.yml propose', 'pull-request.yml comment'],
    findings: ['pull-request.yml findings'],
    branches: ['evidence.yml propose', 'rendering.yml commit'],
    issues: ['drift.yml issue'],
  });
});

test('a fork starts nothing that has a token of AWS, or may write', () => {
  const open = jobs.filter(
    ({ file, job }) =>
      'pull_request' in (pipelines.get(file)?.on ?? {}) &&
      Object.values(job.permissions ?? {}).includes('write') &&
      job.needs !== 'render' &&
      !job.if?.includes('github.event.pull_request.head.repo.full_name == github.repository'),
  );
  expect(open).toEqual([]);
  expect(pipelines.get('rendering.yml')?.jobs['render']?.if).toContain(
    'github.event.pull_request.head.repo.full_name == github.repository',
  );
});

test('no event of a pull request runs with the rights of the branch that it is for', () => {
  const events = [...pipelines.values()].flatMap(({ on }) => Object.keys(on));
  expect(events).not.toContain('pull_request_target');
  expect(events).not.toContain('workflow_run');
});

test('there is no stored key', () => {
  expect(texts.filter((text) => /secrets\./.test(text))).toEqual([]);
});

test('only a job of an environment, which persons approve, takes on the role that applies', () => {
  const applying = jobs.filter(({ job }) =>
    job.steps.some((step) => step.with?.['role'] === '${{ matrix.applyRole }}'),
  );
  expect(applying).toMatchObject([{ file: 'apply.yml', id: 'apply' }]);
  expect(applying[0]?.job.environment).toBe('${{ matrix.environment }}');
  expect(jobs.filter(({ job }) => job.environment !== undefined)).toHaveLength(1);
});

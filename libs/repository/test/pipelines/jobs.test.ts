import { expect, test } from 'vitest';

import { type Event, jobsThatRun } from './jobs-that-run.ts';

const repository = 'acme/resilience';
const hostile = "mallory/resilience' || true || '";

const pullRequest = (from: string, more: object = {}): Event => ({
  github: {
    repository,
    actor: 'alice',
    event_name: 'pull_request',
    head_ref: 'feature',
    event: { pull_request: { head: { repo: { full_name: from } } } },
    ...more,
  },
  outputs: { compare: { plans: '[{}]' } },
});
const event = { repository: { default_branch: 'main' } };
const branch = { github: { repository, ref_name: 'main', event_name: 'push', event } };
const listed = { list: { environments: '[{}]' }, approvals: { environments: '[{}]' } };

test.each<readonly [string, Event, readonly string[]]>([
  [
    'of this repository is proved, planned and commented on',
    pullRequest(repository),
    ['gate', 'findings', 'compare', 'plan', 'comment'],
  ],
  [
    'that touches no stack is not planned',
    { ...pullRequest(repository), outputs: { compare: { plans: '[]' } } },
    ['gate', 'findings', 'compare', 'comment'],
  ],
  ['of a fork gets no plan and no token', pullRequest('mallory/resilience'), ['gate', 'compare']],
  ['of a fork with a hostile name gets none either', pullRequest(hostile), ['gate', 'compare']],
  [
    'of Dependabot, whose token may not write, neither',
    pullRequest(repository, { actor: 'dependabot[bot]' }),
    ['gate', 'findings', 'compare'],
  ],
  [
    'whose plan fails is commented on',
    { ...pullRequest(repository), failing: ['plan'] },
    ['gate', 'findings', 'compare', 'plan', 'comment'],
  ],
  [
    'that cannot be compared is not planned',
    { ...pullRequest(repository), failing: ['compare'] },
    ['gate', 'findings', 'compare'],
  ],
  [
    'without code scanning is judged all the same',
    { ...pullRequest(repository), vars: { CODE_SCANNING: 'off' } },
    ['gate', 'compare', 'plan', 'comment'],
  ],
  [
    'that a workflow has pushed to is proved',
    { github: { repository, event_name: 'workflow_dispatch', event } },
    ['gate', 'findings'],
  ],
])('a pull request %s', (_, started, expected) => {
  expect(jobsThatRun('pull-request.yml', started)).toEqual(expected);
});

test.each<readonly [string, Event, readonly string[]]>([
  [
    'plans, and asks for approval',
    { ...branch, outputs: listed },
    ['list', 'plan', 'approvals', 'apply'],
  ],
  [
    'applies nothing where nothing changes',
    { ...branch, outputs: { ...listed, approvals: { environments: '[]' } } },
    ['list', 'plan', 'approvals'],
  ],
  [
    'goes on with what could be planned',
    { ...branch, outputs: listed, failing: ['plan'] },
    ['list', 'plan', 'approvals', 'apply'],
  ],
  [
    'applies nothing that nobody has to approve',
    { ...branch, outputs: listed, failing: ['approvals'] },
    ['list', 'plan', 'approvals'],
  ],
  [
    'does nothing without pipelines',
    { ...branch, outputs: { list: { environments: '[]' } } },
    ['list'],
  ],
  [
    'does nothing on another branch',
    { github: { ...branch.github, ref_name: 'master' }, outputs: listed },
    [],
  ],
])('what is merged %s', (_, started, expected) => {
  expect(jobsThatRun('apply.yml', started)).toEqual(expected);
});

test.each<readonly [string, Event, readonly string[]]>([
  [
    'with runners in reach examines clusters',
    { ...branch, outputs: listed, vars: { CLUSTER_RUNNER: 'inside' } },
    ['list', 'plan', 'cluster', 'issue'],
  ],
  [
    'without them plans alone',
    { ...branch, outputs: listed, vars: { CLUSTER_RUNNER: '' } },
    ['list', 'plan', 'issue'],
  ],
  [
    'says nothing of what could not be examined',
    {
      ...branch,
      outputs: listed,
      vars: { CLUSTER_RUNNER: 'inside' },
      failing: ['cluster'],
    },
    ['list', 'plan', 'cluster'],
  ],
])('a night %s', (_, started, expected) => {
  expect(jobsThatRun('drift.yml', started)).toEqual(expected);
});

test.each<readonly [string, Event, readonly string[]]>([
  [
    'of Renovate is rendered',
    pullRequest(repository, { head_ref: 'renovate/velero' }),
    ['render', 'commit'],
  ],
  ['of a person is not', pullRequest(repository), []],
  [
    'of a fork that calls itself so is not',
    pullRequest('mallory/resilience', { head_ref: 'renovate/velero' }),
    [],
  ],
])('an update %s', (_, started, expected) => {
  expect(jobsThatRun('rendering.yml', started)).toEqual(expected);
});

test('a week in which one environment has no reports takes in those of the others', () => {
  const week = { ...branch, outputs: listed, failing: ['pull'] };
  expect(jobsThatRun('evidence.yml', week)).toEqual(['list', 'pull', 'render', 'propose']);
});

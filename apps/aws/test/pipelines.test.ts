import type { Environment } from '@resilience/config/environment';
import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { namesOf, resource, type StatementJson, statements, synthesised } from './synthesised.ts';

type Ci = NonNullable<Environment['ci']>;

const onGithub: Ci = {
  kind: 'github',
  repository: 'acme/resilience',
  identityProvider: 'create',
};
const onGitlab: Ci = {
  kind: 'gitlab',
  server: 'https://git.acme.example',
  project: 'platform/resilience',
  identityProvider: 'create',
};
const withCi = (ci: Ci) => synthesised({ ...primaryEnvironment(), ci });
const github = withCi(onGithub);
const gitlab = withCi(onGitlab);

const reading = /:(Describe|Get|List|View)|^kms:Decrypt$/;
const destroying =
  /:(DeleteBucket|DeleteKey|DeleteSecret|DeleteRole|DeleteObjectVersion|ScheduleKeyDeletion|DisableKey|Detach|Bypass|Abort)|^secretsmanager:GetSecretValue$/;

const actionsOf = (stack: typeof github, document: string): string[] =>
  statements(stack['bootstrap'], document).flatMap(({ actions }) => actions);

test('nobody has the roles of pipelines where none are declared', () => {
  const without = synthesised(primaryEnvironment())['bootstrap'];
  expect(namesOf(without, 'aws_iam_role')).toEqual([]);
  expect(namesOf(without, 'aws_iam_openid_connect_provider')).toEqual([]);
});

test('the roles are in one region, as they are of none', () => {
  expect(namesOf(github['bootstrap'], 'aws_iam_role')).toEqual(['ci_plan-role', 'ci_apply-role']);
  expect(namesOf(github['bootstrap-dr-region'], 'aws_iam_role')).toEqual([]);
});

test('an account has one identity provider of an issuer', () => {
  expect(resource(github['bootstrap'], 'aws_iam_openid_connect_provider.ci_issuer')).toMatchObject({
    url: 'https://token.actions.githubusercontent.com',
    client_id_list: ['sts.amazonaws.com'],
  });
  const second = withCi({ ...onGithub, identityProvider: 'exists' })['bootstrap'];
  expect(namesOf(second, 'aws_iam_openid_connect_provider')).toEqual([]);
});

const trustOf = (
  issuer: string,
  audience: string,
  subject: { test: string; values: string[] },
): object[] => [
  {
    actions: ['sts:AssumeRoleWithWebIdentity'],
    principals: [
      { type: 'Federated', identifiers: [`arn:aws:iam::123456789012:oidc-provider/${issuer}`] },
    ],
    condition: [
      { ...subject, variable: `${issuer}:sub` },
      { test: 'StringEquals', variable: `${issuer}:aud`, values: [audience] },
    ],
  },
];

const onGithubTrust = (...values: string[]) =>
  trustOf('token.actions.githubusercontent.com', 'sts.amazonaws.com', {
    test: 'StringEquals',
    values,
  });
const branches = 'project_path:platform/resilience:ref_type:branch:ref:';
const onGitlabTrust = (operator: string, branch: string) =>
  trustOf('git.acme.example', 'https://git.acme.example', {
    test: operator,
    values: [`${branches}${branch}`],
  });

test.each([
  [
    'pull requests and the branch of a repository plan',
    github,
    'ci_plan-trust',
    onGithubTrust('repo:acme/resilience:pull_request', 'repo:acme/resilience:ref:refs/heads/main'),
  ],
  [
    'the environment that persons approve applies',
    github,
    'ci_apply-trust',
    onGithubTrust('repo:acme/resilience:environment:primary'),
  ],
  ['branches of a project plan', gitlab, 'ci_plan-trust', onGitlabTrust('StringLike', '*')],
  [
    'the protected branch of a project applies',
    gitlab,
    'ci_apply-trust',
    onGitlabTrust('StringEquals', 'main'),
  ],
])('%s', (_, stacks, document, expected) => {
  expect(statements(stacks['bootstrap'], document)).toEqual(expected);
});

test('who plans writes nothing, and reads objects of states and evidence alone', () => {
  expect(
    actionsOf(github, 'ci_plan-permissions').filter((action) => !reading.test(action)),
  ).toEqual([]);
  expect(objectsOf(statements(github['bootstrap'], 'ci_plan-permissions'))).toEqual([
    'arn:aws:s3:::acme-primary-tfstate-eu-west-1/*.tfstate',
    'arn:aws:s3:::acme-primary-tfstate-eu-central-1/*.tfstate',
    'arn:aws:s3:::acme-*-evidence-*/drills/*',
    'arn:aws:s3:::acme-*-evidence-*/recoveries/*',
  ]);
});

test('who applies destroys nothing, and reads no password', () => {
  expect(
    actionsOf(github, 'ci_apply-permissions').filter((action) => destroying.test(action)),
  ).toEqual([]);
  const deleting = statements(github['bootstrap'], 'ci_apply-permissions').filter(({ actions }) =>
    actions.includes('s3:DeleteObject'),
  );
  expect(deleting.flatMap(({ resources }) => resources)).toEqual([
    'arn:aws:s3:::acme-primary-tfstate-eu-west-1/*.tflock',
    'arn:aws:s3:::acme-primary-tfstate-eu-central-1/*.tflock',
  ]);
});

test('who applies gives no pipeline more rights', () => {
  expect(statements(github['bootstrap'], 'ci_apply-permissions')).toContainEqual(
    expect.objectContaining({
      effect: 'Deny',
      actions: expect.arrayContaining(['iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy']),
      resources: [
        'arn:aws:iam::123456789012:role/acme-*-ci-*',
        'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
      ],
    }),
  );
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const inlinePolicyLimit = 10_240;

test.each(['primary', 'replica'] as const)('policies of %s fit into IAM', (which) => {
  const declared = which === 'primary' ? primaryEnvironment() : replicaEnvironment();
  const environment: Environment = {
    ...declared,
    ci: onGitlab,
    cluster: { ...declared.cluster, identity: { kind: 'pod-identity' } },
  };
  const written = JSON.stringify(
    statements(synthesised(environment)['bootstrap'], 'ci_apply-permissions'),
  );
  expect(written.length).toBeLessThan(inlinePolicyLimit);
});

const objectsOf = (all: readonly StatementJson[]): string[] =>
  all
    .filter(({ actions }) => actions.includes('s3:GetObject'))
    .flatMap(({ resources = [] }) => resources);

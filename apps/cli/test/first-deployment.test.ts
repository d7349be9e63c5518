import { globSync, readFileSync } from 'node:fs';

import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';

import { repositoryRoot } from '../src/repository-root.ts';
import { blocksIn } from './documents/blocks.ts';
import { pagePaths, placeOfFile, readPage } from './documents/pages.ts';
import { desk } from './documents/run-page.ts';

const path = 'docs/guides/first-deployment.md';
const guide = readPage(path);
const [, before = ''] = guide.split('\n## Before\n');
const prerequisites = (before.split(/\n## /)[0] ?? '').replaceAll(/\s+/g, ' ');

const read = (file: string): string => readFileSync(placeOfFile(file), 'utf8');
const find = (pattern: string): string[] => globSync(pattern, { cwd: repositoryRoot });

interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
}

const rendered = find('environments/*/rendered/{kubernetes,hooks}/**/*.yaml').map(
  (file) => parse(read(file)) as Kind,
);

/**
 * The minor of Kubernetes 1 that serves what is rendered of its own kinds; the others are older than
 * any that EKS offers.
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
const since: Readonly<Record<string, number>> = {
  v1: 0,
  'apps/v1': 9,
  'networking.k8s.io/v1': 7,
  'rbac.authorization.k8s.io/v1': 8,
  'scheduling.k8s.io/v1': 14,
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy': 30,
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding': 30,
};

/** What the guide has to ask for, by the version of what is not Kubernetes' own. */
const asked: Readonly<Record<string, string>> = {
  'argoproj.io/v1alpha1/AppProject': 'ArgoCD 3',
  'argoproj.io/v1alpha1/Application': 'ArgoCD 3',
  'argoproj.io/v1alpha1/CronWorkflow': 'Argo Workflows 3.7',
  'argoproj.io/v1alpha1/Workflow': 'Argo Workflows 3.7',
  'argoproj.io/v1alpha1/WorkflowTemplate': 'Argo Workflows 3.7',
  'external-secrets.io/v1': 'serves `external-secrets.io/v1`',
  'monitoring.coreos.com/v1': 'Prometheus Operator with its definitions',
  'monitoring.coreos.com/v1alpha1': 'Prometheus Operator with its definitions',
  'snapshot.storage.k8s.io/v1': '(`snapshot.storage.k8s.io/v1`)',
  // Of which one application brings the definitions.
  'velero.io/v1': "Velero's definitions",
};

const keysOf = ({ apiVersion, kind }: Kind): string[] => [`${apiVersion}/${kind}`, apiVersion];

test('every kind that is rendered is served by Kubernetes, or by what the guide asks for', () => {
  const unknown = rendered.filter((object) =>
    keysOf(object).every((key) => !(key in since) && !(key in asked)),
  );
  expect(unknown).toEqual([]);
  const words = rendered.flatMap((object) => keysOf(object).flatMap((key) => asked[key] ?? []));
  expect([...new Set(words)].filter((text) => !prerequisites.includes(text))).toEqual([]);
});

test('the guide asks for the Kubernetes that what is rendered needs', () => {
  const minors = rendered.flatMap((object) => keysOf(object).flatMap((key) => since[key] ?? []));
  expect(prerequisites).toContain(`Kubernetes 1.${Math.max(...minors)} or later`);
});

test('the guide asks for the network to enforce the rendered policies', () => {
  expect(rendered.some(({ kind }) => kind === 'NetworkPolicy')).toBe(true);
  expect(prerequisites).toContain('"enableNetworkPolicy":"true"');
});

test('the guide asks for the Terraform that the stacks need, and the Node that the project needs', () => {
  const versions = find('environments/*/rendered/terraform/*/versions.tf').map(
    (file) => /required_version = ">= (\d+\.\d+)\.0"/.exec(read(file))?.[1],
  );
  const [minor] = versions;
  expect(new Set(versions).size).toBe(1);
  expect(prerequisites).toMatch(new RegExp(String.raw`\| .terraform. \| ${minor} or later \|`));
  const { engines } = JSON.parse(readFileSync(join(programRoot, 'package.json'), 'utf8')) as {
    engines: { node: string };
  };
  expect(prerequisites).toContain(`| Node ${engines.node.replace('>=', '')} or later |`);
});

const typist = await desk();
afterAll(() => typist.clear());

test('the guide lists every program that pages call', () => {
  const called = pagePaths.flatMap((page) => {
    const shell = blocksIn(page, readPage(page)).filter(({ language }) => language === 'sh');
    return typist.type(shell.map(({ text }) => text).join('')).calls.map(({ words }) => words[0]);
  });
  const listed = new Set(
    [...before.matchAll(/^\| `(\w+)`(, npm)?/gm)].flatMap(([, name, npm]) =>
      npm ? [name, 'npm'] : [name],
    ),
  );
  expect([...new Set(called)].filter((program) => !listed.has(program))).toEqual([]);
});

test('ArgoCD leaves alone what Velero makes, and nothing that is rendered', () => {
  const yaml = blocksIn(path, guide).find(({ language }) => language === 'yaml');
  const { data } = parse(yaml?.text ?? '') as { data: Record<string, string> };
  const [{ kinds = [] } = {}] = parse(data['resource.exclusions'] ?? '') as { kinds?: string[] }[];
  const ofVelero = new Set(
    rendered.filter(({ apiVersion }) => apiVersion === 'velero.io/v1').map(({ kind }) => kind),
  );
  expect(kinds.filter((kind) => ofVelero.has(kind))).toEqual([]);
  expect(kinds).toEqual(expect.arrayContaining(['Backup', 'Restore', 'DataUpload']));
});

test('the guide asks for the triggers and services of ArgoCD that applications subscribe to', () => {
  const subscriptions = find('environments/*/rendered/kubernetes/argocd/*.yaml').flatMap((file) => [
    ...read(file).matchAll(/notifications\.argoproj\.io\/subscribe\.([\w-]+)\.(\w+)/g),
  ]);
  const named = new Set(
    subscriptions.flatMap(([, trigger = '', service = '']) => [trigger, service]),
  );
  expect(named.size).toBeGreaterThan(0);
  expect([...named].filter((name) => !prerequisites.includes(`\`${name}\``))).toEqual([]);
});

test('the guide leads to the Secrets of an environment, and types none itself', () => {
  const [, named = ''] = /`(environments\/‹environment›\/rendered\/secrets\.md)`/.exec(guide) ?? [];
  expect(find(named.replace('‹environment›', '*')).length).toBeGreaterThan(0);
  expect(guide).not.toMatch(/create secret generic .*--namespace velero/);
});

import { some } from '@resilience/vitest/some';
import { afterAll, expect, test } from 'vitest';

import { type Block, blocksIn } from './documents/blocks.ts';
import { faultsOf } from './documents/judge-call.ts';
import { faultsOfMermaid } from './documents/judge-mermaid.ts';
import { faultsOfYaml } from './documents/judge-yaml.ts';
import { pagePaths, readPage } from './documents/pages.ts';
import { desk } from './documents/run-page.ts';
import { typeCheck } from './documents/type-check.ts';
import { typedOutNames } from './documents/typed-out-names.ts';
import { run } from './run.ts';

/**
 * How a block is verified, by its language: typed into a shell, compiled, parsed, or compared with the
 * output of the tutorial or the guide that it belongs to (readme-tutorial.test.ts, diff/guide.test.ts), or with the tree of commands that it is
 * rendered from (command-line.test.ts).
 */
const ways = {
  sh: 'typed',
  ts: 'compiled',
  yaml: 'parsed',
  mermaid: 'drawn',
  diff: 'compared',
  markdown: 'compared',
  text: 'compared',
  '': 'compared',
} as const;

/** Pages whose output is compared with that of the program. */
const compared = new Set([
  'README.md',
  'docs/guides/reviewing-a-change.md',
  'docs/reference/command-line.md',
]);

function wayOf({ language, page }: Pick<Block, 'language' | 'page'>): string | undefined {
  const way = Object.hasOwn(ways, language) ? ways[language as keyof typeof ways] : undefined;
  return way === 'compared' && !compared.has(page) ? undefined : way;
}

const pages = pagePaths.map((path) => [path, blocksIn(path, readPage(path))] as const);
const blocks = pages.flatMap(([, found]) => found);
const verified = (way: string): Block[] => blocks.filter((block) => wayOf(block) === way);
const placeOf = ({ page, line, language }: Block): string => `${page}:${line} ${language}`;
const textOf = (found: readonly Block[]): string => found.map(({ text }) => text).join('');

const typist = await desk();
afterAll(() => typist.clear());

test('every block has a way in which it is verified', () => {
  expect(blocks.filter((block) => wayOf(block) === undefined).map(placeOf)).toEqual([]);
  expect(blocks.length).toBeGreaterThan(100);
});

test('no fence is passed over, wherever it stands in its line', () => {
  const fences = pagePaths.flatMap((path) => readPage(path).match(/^.*(?:`{3,}|~{3,}).*$/gm) ?? []);
  expect(fences.length).toBe(2 * blocks.length);
});

test('a block of an unknown kind, or output that nothing is compared with, is found', () => {
  expect(wayOf({ page: 'README.md', language: 'python' })).toBeUndefined();
  expect(wayOf({ page: 'README.md', language: 'constructor' })).toBeUndefined();
  expect(wayOf({ page: 'docs/guides/restoring.md', language: 'diff' })).toBeUndefined();
  expect(blocksIn('page', '1. a\n\n   ```sh\n   a\n     b\n   ```\n~~~ts x\nc\n~~~\n')).toEqual([
    { page: 'page', line: 3, language: 'sh', text: 'a\n  b\n' },
    { page: 'page', line: 7, language: 'ts', text: 'c\n' },
  ]);
  expect(() => blocksIn('page', '```sh\na\n')).toThrow('page:1');
});

/** What a person at night fills in, of a service of harbour. */
const fillIn: Readonly<Record<string, string>> = {
  '=‹service›': '=orders',
  '=‹namespace›': '=orders',
  '=‹schedule›': '=half-daily-offsite',
  '=‹application›': '=orders',
};

const filledIn = (script: string): string =>
  script.replaceAll(/=‹[a-z]+›/g, (blank) => fillIn[blank] ?? blank);

const typed = pages
  .map(
    ([path, found]) =>
      [path, filledIn(textOf(found.filter((block) => wayOf(block) === 'typed')))] as const,
  )
  .filter(([, script]) => script !== '');

test.each(some(typed))('%s can be typed from its beginning to its end', (_, script) => {
  const { error, calls } = typist.type(script);
  expect(error).toBe('');
  expect(calls.flatMap(faultsOf)).toEqual([]);
});

/** Verbs that need no cluster; `render` only looks where it is asked to. */
const offline = new Set(['check', 'explain', 'names', 'render']);

const ownWords = [
  ...new Set(
    typed
      .flatMap(([, script]) => typist.type(script).calls.map(({ words }) => words))
      .filter((words) => words.includes('resilience'))
      .map((words) => words.slice(words.indexOf('--') + 1).join(' ')),
  ),
].filter((words) => {
  const [verb = ''] = words.split(' ');
  return offline.has(verb) && (verb !== 'render' || words.includes('--check'));
});

test('commands that need no cluster are among them', () => {
  expect(ownWords).toEqual(
    expect.arrayContaining(['check', 'names --env production', 'render --env production --check']),
  );
});

test.each(some(ownWords))(
  'resilience %s does what it is shown for',
  async (words) => expect(await run(words.split(' '))).toMatchObject({ status: 0, stderr: '' }),
  60_000,
);

test.each(some(typed))('%s takes names from "resilience names"', (_, script) => {
  expect(typedOutNames(script)).toEqual([]);
});

test.each([
  ['kubectl get schedules.velero.io hourly --namespace velero', 'no schedules is called hourly'],
  ['kubectl get pods --namespaced velero', 'kubectl get --namespaced'],
  ['kubectl apply --filename environments/production/rendered/argocd', 'is not there'],
  ['kubectl rollout undo deployment/valero --namespace velero', 'no deployments is called valero'],
  ['velero backup create --from-schedule hourly --wait', 'no schedules is called hourly'],
  ['argo submit --from workflowtemplate/restore-all', 'no workflowtemplates is called restore-all'],
  ['npm run rendr', 'there is no script rendr'],
  ['cd environments; npm test', 'is not the root'],
  ['terraform apply', 'is no stack'],
  [
    'cd environments/production/rendered/terraform/access; terraform import aws_s3_bucket.x y',
    'aws_s3_bucket.x is not in',
  ],
])('what is wrong in %s is found after it is typed', (script, fault) => {
  const { error, calls } = typist.type(script);
  expect([error, calls.flatMap(faultsOf)]).toEqual(['', [expect.stringContaining(fault)]]);
});

test.each([
  ['cd environments/productoin', 'environments/productoin'],
  ['pulumi up', 'pulumi: not found'],
  ['echo "$NOBODY_SETS_IT"', 'NOBODY_SETS_IT'],
  ['if true; then', 'end of file'],
])('a shell complains of %s', (script, complaint) => {
  expect(typist.type(script).error).toContain(complaint);
});

test('a name that belongs to one environment is found, unless the reader replaces it', () => {
  expect(typedOutNames('aws s3 ls harbour-production-archive-us-west-2\n')).toContain(
    'harbour-production-archive-us-west-2 is $ARCHIVE_BUCKET',
  );
  expect(typedOutNames('KEY_REGION=us-east-1 # the alert\'s label "region"\n')).toEqual([]);
});

test('what is shown in TypeScript compiles, and what is declared parses', async () => {
  expect(await typeCheck(verified('compiled'))).toEqual({ faults: [] });
}, 120_000);

const shown = (line: number, text: string): Block => ({ page: 'page', line, language: 'ts', text });

test('what does not compile, or does not parse, is found', async () => {
  expect(
    await typeCheck([
      shown(1, "this.addOverrides('moved', []);\n"),
      shown(2, "workflows: { tools: 'x', recoveryBudget: gib(1) },\n"),
      shown(3, "loyalty: { namespace: 'loyalty' },\n"),
    ]),
  ).toEqual({
    faults: [
      expect.stringContaining('page-1.ts'),
      expect.stringContaining('page-2.ts'),
      expect.stringContaining('page-3.ts'),
    ],
  });
  const { faults } = await typeCheck([shown(4, 'velero: { server: "x:1", awsPlugin: "y" },\n')]);
  expect(faults.join('\n')).toContain('page:4 velero');
}, 120_000);

test.each(some(verified('parsed')).map((block) => [placeOf(block), block] as const))(
  '%s is valid',
  (_, block) => expect(faultsOfYaml(block)).toEqual([]),
);

test.each([
  ['a: 1\na: 2\n', 'unique'],
  ['data: {}\n', 'neither an object'],
  ['apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: []\n', 'data'],
  ['apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec: { sources: {} }\n', 'sources'],
  ['# values.yaml of kube-prometheus-stack\ngrafana: { sidecars: {} }\n', 'grafana'],
  ['# values.yaml of elsewhere\na: 1\n', 'not known'],
])('what is wrong in %j is found', (text, fault) => {
  expect(faultsOfYaml({ text }).join('\n')).toContain(fault);
});

test.each(some(verified('drawn')).map((block) => [placeOf(block), block] as const))(
  '%s is a flowchart of what is there',
  (_, block) => expect(faultsOfMermaid(block)).toEqual([]),
);

test.each([
  ['pie\n', 'no flowchart'],
  ['flowchart LR\n  a["libs/nowhere<br>x"]\n', 'libs/nowhere is not there'],
  ['flowchart LR\n  a["x"]\n  a --> b\n', 'b has no label'],
  ['flowchart LR\n  a["x"\n', 'cannot be read'],
])('what is wrong in %j is seen', (text, fault) => {
  expect(faultsOfMermaid({ text }).join('\n')).toContain(fault);
});

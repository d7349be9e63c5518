import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ApplicationSet } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';

import { usual } from '../../src/init/answers.ts';
import { judgeAnswers } from '../../src/init/given-answers.ts';
import { repositoryRoot } from '../../src/repository-root.ts';
import { validate } from '../schemas.ts';
import type { Block } from './blocks.ts';

const object = z.looseObject({ apiVersion: z.string(), kind: z.string() });

/** What is wrong in a block of YAML: an object of Kubernetes as far as it is shown, or values of a chart. */
export function faultsOfYaml({ text }: Pick<Block, 'text'>): string[] {
  const documents = parseAllDocuments(text, { uniqueKeys: true });
  const errors = documents.flatMap((document) => document.errors.map(({ message }) => message));
  if (errors.length > 0) return errors;
  const [, chart] = /^# values\.yaml of (\S+)$/m.exec(text) ?? [];
  const isAnswers = text.startsWith('# answers.yaml\n');
  if (text.startsWith('# .gitlab-ci.yml\n'))
    return documents.flatMap((document) => faultsOfPipeline(document.toJS()));
  return documents.flatMap((document) => {
    const value: unknown = document.toJS();
    if (isAnswers) return faultsOfAnswers(value);
    return chart === undefined ? faultsOfObject(value) : faultsOfValues(chart, value);
  });
}

/** The keys of GitLab's own reference that the page uses: @see https://docs.gitlab.com/ci/yaml/ */
const job = z.strictObject({
  extends: z.string().optional(),
  stage: z.string().optional(),
  image: z.union([
    z.string(),
    z.strictObject({ name: z.string(), entrypoint: z.array(z.string()) }),
  ]),
  timeout: z.string(),
  id_tokens: z.record(z.string(), z.strictObject({ aud: z.string() })),
  before_script: z.array(z.string()),
  variables: z.record(z.string(), z.string()),
  cache: z.looseObject({ paths: z.array(z.string()) }),
  parallel: z.strictObject({ matrix: z.array(z.record(z.string(), z.array(z.string()))) }),
  environment: z.string(),
  resource_group: z.string(),
  rules: z.array(z.strictObject({ if: z.string().optional(), when: z.string().optional() })),
  script: z.array(z.string()),
  artifacts: z.looseObject({ paths: z.array(z.string()) }),
});

const pipeline = z
  .looseObject({ stages: z.array(z.string()), workflow: z.looseObject({}), variables: z.object() })
  .catchall(job.partial());

const faultsOfPipeline = (value: unknown): string[] =>
  pipeline
    .safeParse(value)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

/** What `resilience init` would not take in a clone with the remote origin. */
function faultsOfAnswers(value: unknown): string[] {
  const repository = 'https://git.acme.example/resilience.git';
  const judged = judgeAnswers({ ...usual, repository, ...Object(value) }, 'answers.yaml');
  return judged.ok ? [] : judged.problems.map(({ path, message }) => `${path} ${message}`);
}

/** What an object of the kind needs besides what a page shows of it. */
const rest: Readonly<Record<string, object>> = {
  Application: { spec: { project: 'default', destination: {} } },
  ApplicationSet: {
    metadata: { name: 'shown' },
    spec: {
      generators: [],
      template: { metadata: {}, spec: { project: 'default', destination: {} } },
    },
  },
};

function faultsOfObject(value: unknown): string[] {
  const shown = object.safeParse(value);
  if (!shown.success)
    return ['is neither an object with apiVersion and kind nor values of a chart'];
  const whole = merged(rest[shown.data.kind] ?? {}, shown.data) as z.output<typeof object>;
  try {
    if (whole.kind === 'ApplicationSet') new ApplicationSet(whole as never).validate();
    else validate(whole);
  } catch (error) {
    return [String(error)];
  }
  return pathsIn(whole)
    .filter((path) => !existsSync(join(repositoryRoot, path)))
    .map((path) => `${path} is not there`);
}

const merged = (base: unknown, over: unknown): unknown =>
  isRecord(base) && isRecord(over)
    ? {
        ...base,
        ...Object.fromEntries(
          Object.entries(over).map(([key, value]) => [key, merged(base[key], value)]),
        ),
      }
    : over;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of this repository, where ArgoCD reads from. */
const pathsIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) =>
        key === 'path' && typeof inner === 'string' ? [inner] : pathsIn(inner),
      );

/**
 * The values that pages set, with what each may be.
 *
 * @see https://github.com/grafana/helm-charts/blob/main/charts/grafana/values.yaml
 */
const values: Readonly<Record<string, z.ZodType>> = {
  'kube-prometheus-stack': z.strictObject({
    grafana: z.strictObject({
      sidecar: z.strictObject({
        dashboards: z.strictObject({
          folderAnnotation: z.string().refine(isOnDashboards, 'an annotation of the dashboards'),
          provider: z.strictObject({ foldersFromFilesStructure: z.literal(true) }),
        }),
      }),
    }),
  }),
};

function faultsOfValues(chart: string, value: unknown): string[] {
  const schema = values[chart];
  if (!schema) return [`the values of ${chart} are not known`];
  return (
    schema
      .safeParse(value)
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
  );
}

function isOnDashboards(annotation: string): boolean {
  const files = globSync('environments/*/rendered/kubernetes/resilience-dashboards/*.yaml', {
    cwd: repositoryRoot,
  });
  return files.every((file) => {
    const { metadata } = parse(readFileSync(join(repositoryRoot, file), 'utf8')) as {
      metadata: { annotations?: Record<string, string> };
    };
    return metadata.annotations?.[annotation] !== undefined;
  });
}

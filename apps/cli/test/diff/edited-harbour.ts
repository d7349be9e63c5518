import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ownsBucket } from '@resilience/config/environment';
import { loadEnvironment } from '@resilience/config/load';
import { formatProblem } from '@resilience/config/problem';
import { price } from '@resilience/cost/price';
import { stateOf } from '@resilience/diff/aws/state';
import type { Revision } from '@resilience/diff/revision';
import { repositoryOf } from '@resilience/fixtures/repositories';
import { check } from '@resilience/policy/check';
import { parseRendered } from '@resilience/policy/read-rendered';
import { Rendered, type RenderedObject } from '@resilience/policy/rendered';
import { prove } from '@resilience/recovery/prove';
import type { RenderedFile } from '@resilience/render/rendered-file';

import { loadPolicy } from '../../src/load-policy.ts';
import { renderEnvironment } from '../../src/render/render-environment.ts';
import { today } from '../../src/today.ts';

/** A change of the source of harbour's declarations. */
export interface Edited {
  /** `production` where it is left out. */
  readonly environment?: string;
  /** Below `environments`; the declaration of the environment where it is left out. */
  readonly file?: string;
  /** Each text is replaced once. */
  readonly edit: readonly (readonly [from: string | RegExp, to: string])[];
}

export interface EditCase extends Edited {
  readonly name: string;
  /** Every one, with its direction before it. */
  readonly sentences: readonly string[];
}

/** What an edit makes of an environment; no breach keeps it from being rendered. */
export async function editedHarbour({
  environment = 'production',
  file = `${environment}/config.ts`,
  edit,
}: Edited): Promise<Revision> {
  const root = repositoryOf('harbour');
  try {
    const path = join(root, 'environments', file);
    writeFileSync(path, edit.reduce(replacedOnce, readFileSync(path, 'utf8')));
    return await revisionOf(root, environment);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const known = new Map<string, Promise<Revision>>();

/** An environment of harbour without an edit. */
export function unedited(environment: string): Promise<Revision> {
  const found = known.get(environment) ?? editedHarbour({ environment, edit: [] });
  known.set(environment, found);
  return found;
}

function replacedOnce(source: string, [from, to]: Edited['edit'][number]): string {
  const edited = source.replace(from, to);
  if (edited === source) throw new Error(`the declaration holds no ${String(from)}`);
  return edited;
}

async function revisionOf(root: string, name: string): Promise<Revision> {
  const loaded = await loadEnvironment(root, name);
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  const { files, stacks } = renderEnvironment(loaded.value);
  return {
    name,
    declared: { environment: loaded.value, proofs: [], bill: undefined },
    rendered: new Rendered(name, files.flatMap(objectsIn(name))),
    states: new Map(stacks.map((stack) => [stack.name, stateOf(stack.configuration)])),
    findings: [],
  };
}

/** Most files are the same after most edits: each is parsed once. */
const parsed = new Map<string, readonly RenderedObject[]>();

const objectsIn =
  (name: string) =>
  ({ path, content }: RenderedFile): readonly RenderedObject[] => {
    const file = `environments/${name}/rendered/${path}`;
    const key = `${file}\n${content}`;
    const objects = parsed.get(key) ?? parseRendered(name, [[file, content]]).objects;
    parsed.set(key, objects);
    return objects;
  };

/** The same with what is proved, priced and found of it. */
export async function judged(revision: Revision): Promise<Revision> {
  const { declared, rendered } = revision;
  if (!declared) throw new Error('nothing is declared');
  const { environment } = declared;
  const policy = await loadPolicy();
  const { findings } = check(rendered, {
    policy,
    declaration: environment,
    waivers: environment.waivers,
    today: today(),
  });
  const bill = ownsBucket(environment) ? price(environment) : undefined;
  return { ...revision, declared: { environment, proofs: prove(environment), bill }, findings };
}

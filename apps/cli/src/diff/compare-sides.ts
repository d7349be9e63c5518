import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { compare } from '@resilience/diff/compare';
import { comparePolicies } from '@resilience/diff/compare-policies';
import type { Pair, Revision } from '@resilience/diff/revision';
import type { OrganisationPolicy } from '@resilience/policy/organisation-policy';
import { Rendered } from '@resilience/policy/rendered';

import { loadPolicy, policyFile } from '../load-policy.ts';
import { Refusal, refuseProblems } from '../refusal.ts';
import { refuseUnknown } from '../unknown-name.ts';
import type { BaseTree } from './base-tree.ts';
import { changedEnvironments } from './changed-environments.ts';
import { changedFiles } from './changed-files.ts';
import type { Base, Diff, PlacedDiff, PlacedStatement } from './diff-flags.ts';
import { noticesOf } from './notices.ts';
import { openRevision, type Opened } from './open-revision.ts';
import { placeStatements } from './place-statements.ts';

interface Sides {
  /** The repository's folder. */
  readonly root: string;
  readonly base: Base;
  readonly tree: BaseTree;
}

interface Asked {
  /** All environments where it is undefined. */
  readonly env: readonly string[] | undefined;
  /** `YYYY-MM-DD`, by which waivers are in force or over. */
  readonly today: string;
  /** Called before each environment. */
  readonly onProgress: (text: string) => void;
}

/**
 * Compares the files of the repository with those of its base.
 *
 * @throws {Refusal} where an environment is on no side, or a declaration of the repository has problems
 */
export async function compareSides(sides: Sides, { env, today, onProgress }: Asked): Promise<Diff> {
  const { root, base, tree } = sides;
  const files = changedFiles(root, base.commit);
  const touched = changedEnvironments({ root, base: tree.folder, changed: files });
  refuseUnknown('environment', env ?? [], [...touched.changed, ...touched.same]);
  const isAsked = (name: string): boolean => env?.includes(name) ?? true;
  const names = touched.changed.filter(isAsked);
  tree.addRendered(names);
  const policies = { ...(await policiesOf(sides)), today };
  const notices = [...policies.notices];
  const environments: PlacedDiff[] = [];
  for (const [index, name] of names.entries()) {
    onProgress(`comparing ${name} (${index + 1} of ${names.length})`);
    const compared = await compareOne(sides, name, policies);
    notices.push(...compared.notices);
    environments.push(...compared.found);
  }
  const differing = new Set(environments.map(({ environment }) => environment));
  const all = [...touched.changed, ...touched.same].toSorted();
  return {
    base,
    notices,
    organisation: organisationOf(root, policies),
    environments,
    unchanged: all.filter((name) => isAsked(name) && !differing.has(name)),
  };
}

interface Policies {
  /** Undefined where there is none, or this version of the layer cannot read it. */
  readonly before: OrganisationPolicy | undefined;
  readonly after: OrganisationPolicy | undefined;
  readonly notices: readonly string[];
}

async function policiesOf({ root, base, tree }: Sides): Promise<Policies> {
  const after = await policyIn(root);
  try {
    return { before: await policyIn(tree.folder), after, notices: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const notice = `${policyFile} of ${base.name} cannot be read by this version of the layer: both sides are judged by the present policy`;
    return { before: undefined, after, notices: [notice] };
  }
}

const policyIn = async (root: string): Promise<OrganisationPolicy | undefined> =>
  existsSync(join(root, policyFile)) ? loadPolicy(root) : undefined;

async function compareOne(
  { root, base, tree }: Sides,
  name: string,
  { before: old, after: now, today }: Policies & Pick<Asked, 'today'>,
): Promise<{ readonly found: readonly PlacedDiff[]; readonly notices: readonly string[] }> {
  const after = await openRevision(root, name, { policy: now, today });
  if (after && after.problems.length > 0) refuseProblems(after.problems);
  const before = await openRevision(tree.folder, name, { policy: old ?? now, today });
  const notices = noticesOf({
    name,
    base: { folder: tree.folder, name: base.name, opened: before },
    head: { folder: root, opened: after },
  });
  const found = compare(comparable(before, after));
  if (!found) return { found: [], notices };
  const statements = placeStatements(found.statements, {
    root: after ? root : tree.folder,
    file: `environments/${name}/config.ts`,
    environment: after?.revision.declared?.environment,
  });
  return { found: [{ ...found, statements }], notices };
}

/** Where what is rendered is read of one side alone, nothing that is rendered is compared. */
function comparable(before: Opened | undefined, after: Opened | undefined): Pair {
  const pair = { before: before?.revision, after: after?.revision };
  if (before?.unread === undefined && after?.unread === undefined) return pair;
  return {
    before: pair.before && unrendered(pair.before),
    after: pair.after && unrendered(pair.after),
  };
}

const unrendered = (revision: Revision): Revision => ({
  ...revision,
  rendered: new Rendered(revision.name, []),
  states: new Map(),
  findings: [],
});

const organisationOf = (root: string, { before, after }: Policies): PlacedStatement[] =>
  placeStatements(before && after ? comparePolicies(before, after) : [], {
    root,
    file: policyFile,
    environment: undefined,
  });

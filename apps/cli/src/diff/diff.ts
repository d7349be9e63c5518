import { formatProblem } from '@resilience/config/problem';
import { compare } from '@resilience/diff/compare';
import { comparePolicies } from '@resilience/diff/compare-policies';
import type { OrganisationPolicy } from '@resilience/policy/organisation-policy';

import { exitCode } from '../exit-code.ts';
import { loadPolicy, policyFile } from '../load-policy.ts';
import { Progress } from '../progress.ts';
import { Refusal, refuseProblems } from '../refusal.ts';
import { renderedBy } from '../render/layer-file.ts';
import { repositoryRoot } from '../repository-root.ts';
import { today } from '../today.ts';
import { refuseUnknown } from '../unknown-name.ts';
import type { Verbatim } from '../verbatim.ts';
import { baseCommit } from './base-commit.ts';
import { type BaseTree, inBaseTree } from './base-tree.ts';
import { changedEnvironments } from './changed-environments.ts';
import { changedFiles } from './changed-files.ts';
import type { Base, Diff, DiffFlags, PlacedDiff, PlacedStatement } from './diff-flags.ts';
import { formatMarkdown } from './format-markdown.ts';
import { formatText } from './format-text.ts';
import { openRevision, type Opened } from './open-revision.ts';
import { placeStatements } from './place-statements.ts';
import { staleFiles } from './stale-files.ts';

/**
 * Compares the files of the repository with a commit, by what they mean.
 *
 * @param asked a revision as git takes it; undefined for where HEAD left the default branch
 * @throws {Refusal} where a side cannot be read
 */
export async function diff(
  asked: string | undefined,
  { env, format, failOnWeaker }: DiffFlags,
): Promise<Verbatim<Diff>> {
  const base = baseCommit(repositoryRoot, asked);
  const progress = new Progress(process.stderr);
  const result = await inBaseTree(repositoryRoot, base.commit, (tree) =>
    new Comparison(base, tree, progress).of(env),
  );
  progress.clear();
  const weaker = [...result.organisation, ...result.environments.flatMap(sentencesOf)].some(
    ({ direction }) => direction === 'weaker',
  );
  return {
    code: failOnWeaker && weaker ? exitCode.findings : exitCode.fine,
    result,
    text: () => (format === 'markdown' ? formatMarkdown(result) : formatText(result)),
    verbatim: format === 'markdown',
  };
}

const sentencesOf = ({ statements }: PlacedDiff): readonly PlacedStatement[] => statements;

interface Policies {
  /** Undefined where this version of the layer cannot read it. */
  readonly before: OrganisationPolicy | undefined;
  readonly after: OrganisationPolicy;
}

/** One comparison with what it does without. */
class Comparison {
  readonly #base: Base;
  readonly #tree: BaseTree;
  readonly #progress: Progress;
  readonly #notices: string[] = [];

  constructor(base: Base, tree: BaseTree, progress: Progress) {
    this.#base = base;
    this.#tree = tree;
    this.#progress = progress;
  }

  async of(asked: readonly string[] | undefined): Promise<Diff> {
    const { folder } = this.#tree;
    const root = repositoryRoot;
    const files = changedFiles(root, this.#base.commit);
    const touched = changedEnvironments({ root, base: folder, changed: files });
    refuseUnknown('environment', asked ?? [], [...touched.changed, ...touched.same]);
    const isAsked = (name: string): boolean => asked?.includes(name) ?? true;
    const names = touched.changed.filter(isAsked);
    this.#tree.addRendered(names);
    const policies = await this.#policies();
    const environments: PlacedDiff[] = [];
    for (const [index, name] of names.entries()) {
      this.#progress.show(`comparing ${name} (${index + 1} of ${names.length})`);
      const found = await this.#environment(name, policies);
      if (found) environments.push(found);
    }
    const differing = new Set(environments.map(({ environment }) => environment));
    return {
      base: this.#base,
      notices: this.#notices,
      organisation: organisationOf(policies),
      environments,
      unchanged: [...touched.changed, ...touched.same]
        .filter((name) => isAsked(name) && !differing.has(name))
        .toSorted(),
    };
  }

  async #policies(): Promise<Policies> {
    const after = await loadPolicy();
    try {
      return { before: await loadPolicy(this.#tree.folder), after };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#notices.push(
        `${policyFile} of ${this.#base.name} cannot be read by this version of the layer: the findings of both sides are those of the present policy`,
      );
      return { before: undefined, after };
    }
  }

  async #environment(name: string, policies: Policies): Promise<PlacedDiff | undefined> {
    const root = repositoryRoot;
    const after = await openRevision(root, name, { policy: policies.after, today: today() });
    if (after && after.problems.length > 0) refuseProblems(after.problems);
    const before = await openRevision(this.#tree.folder, name, {
      policy: policies.before ?? policies.after,
      today: today(),
    });
    this.#notice(name, before, after);
    const found = compare({ before: before?.revision, after: after?.revision });
    if (!found) return undefined;
    const environment = after?.revision.declared?.environment;
    const side = {
      root: after ? root : this.#tree.folder,
      file: `environments/${name}/config.ts`,
      environment,
    };
    return { ...found, statements: placeStatements(found.statements, side) };
  }

  #notice(name: string, before: Opened | undefined, after: Opened | undefined): void {
    if (before && !before.revision.declared) {
      const [problem] = before.problems;
      const why = problem ? ` (${formatProblem(problem).split('\n')[0]})` : '';
      this.#notices.push(
        `the declaration of ${name} at ${this.#base.name} cannot be read by this version of the layer${why}: only what is rendered is compared`,
      );
    }
    for (const unread of [before?.unread, after?.unread]) {
      if (unread !== undefined) this.#notices.push(unread);
    }
    const stale = after?.revision.declared
      ? staleFiles(repositoryRoot, after.revision.declared.environment)
      : 0;
    if (stale > 0) {
      this.#notices.push(
        `${stale} rendered files of ${name} are stale, and AWS and the cluster are compared by them: run "npm run render"`,
      );
    }
    const [old, now] = [this.#tree.folder, repositoryRoot].map((root) => renderedBy(root, name));
    if (old !== undefined && now !== undefined && old !== now) {
      this.#notices.push(
        `${name} was rendered by ${old}, and now by ${now}: the proofs and costs of both sides are computed by this version`,
      );
    }
  }
}

const organisationOf = ({ before, after }: Policies): PlacedStatement[] =>
  placeStatements(before ? comparePolicies(before, after) : [], {
    root: repositoryRoot,
    file: policyFile,
    environment: undefined,
  });

import { formatProblem } from '@resilience/config/problem';

import { renderedBy } from '../render/layer-file.ts';
import type { Opened } from './open-revision.ts';
import { staleFiles } from './stale-files.ts';

/** One environment on both sides, with the folder and the name of each. */
export interface Sides {
  readonly name: string;
  readonly base: {
    readonly folder: string;
    readonly name: string;
    readonly opened: Opened | undefined;
  };
  readonly head: { readonly folder: string; readonly opened: Opened | undefined };
}

/** What the comparison of an environment does without, and why. */
export const noticesOf = (sides: Sides): string[] => [
  ...unreadable(sides),
  ...unread(sides),
  ...stale(sides),
  ...versions(sides),
];

function unreadable({ name, base }: Sides): string[] {
  if (!base.opened || base.opened.revision.declared) return [];
  const [problem] = base.opened.problems;
  const why = problem ? ` (${formatProblem(problem).split('\n')[0]})` : '';
  return [
    `the declaration of ${name} at ${base.name} cannot be read by this version of the layer${why}: only what is rendered is compared`,
  ];
}

const unread = ({ name, base, head }: Sides): string[] =>
  [base.opened?.unread, head.opened?.unread]
    .filter((why) => why !== undefined)
    .map((why) => `${why}; what is rendered of ${name} is not compared`);

function stale({ name, head }: Sides): string[] {
  const { unread: why, revision } = head.opened ?? {};
  const environment = why === undefined ? revision?.declared?.environment : undefined;
  const count = environment ? staleFiles(head.folder, environment) : 0;
  return count === 0
    ? []
    : [
        `${count === 1 ? '1 rendered file' : `${count} rendered files`} of ${name} ${count === 1 ? 'is' : 'are'} stale, and AWS and the cluster are compared by what is there: run "npm run render"`,
      ];
}

function versions({ name, base, head }: Sides): string[] {
  const [old, now] = [renderedBy(base.folder, name), renderedBy(head.folder, name)];
  return old === undefined || now === undefined || old === now
    ? []
    : [
        `${name} was rendered by ${old}, and now by ${now}: the proofs and costs of both sides are computed by this version`,
      ];
}

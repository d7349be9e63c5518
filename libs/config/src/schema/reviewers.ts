import { nonEmpty, object, text } from './scalars.ts';

const owners = nonEmpty(
  'a list of at least one user, team or address',
  text(
    'a user or team such as @example/platform, or an email address',
    /^(@[\w.-]+(\/[\w.-]+)*|[^\s@]+@[^\s@]+)$/,
  ),
);

/** Who has to look at a change before it is merged: `.github/CODEOWNERS` is rendered from it. */
export const reviewers = object('the reviewers: everything and, if wanted, environment', {
  /** At any file, and alone at the policy of the organisation. */
  everything: owners,
  /** At a change of this environment, in the place of those who look at everything. */
  environment: owners.exactOptional(),
});

/**
 * The page of an alert, on the branch that is deployed, where people read it in their browser.
 *
 * @param gitops the address of the repository as https, ssh or `git@host:path`
 */
export function runbookUrl(
  { repository, revision }: { readonly repository: string; readonly revision: string },
  alert: string,
): string {
  return `${webAddress(repository)}/blob/${revision}/docs/runbooks/${alert}.md`;
}

/** Git's hosts serve pages at the address that they serve clones at, without user, port and suffix. */
const webAddress = (repository: string): string =>
  repository
    .replace(/^git@([^:/]+):\/?/, 'https://$1/')
    .replace(/^ssh:\/\/(?:[^@/]+@)?([^:/]+)(?::\d+)?\//, 'https://$1/')
    .replace(/^https:\/\/[^@/]+@/, 'https://')
    .replace(/\/?(?:\.git)?\/?$/, '');

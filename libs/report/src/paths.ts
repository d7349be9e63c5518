import { dirname, relative } from 'node:path/posix';

/** Where each page lies, from the folder of the site. */
export const paths = {
  overview: 'index.html',
  calendar: 'calendar.html',
  cost: 'cost.html',
  findings: 'findings.html',
  evidence: 'evidence.html',
  controls: 'controls.html',
  changes: 'changes.html',
  environment: (environment: string): string => `environments/${segment(environment)}.html`,
  service: (environment: string, service: string): string =>
    `services/${segment(environment)}/${segment(service)}.html`,
};

/** A name as a part of a path: no name leaves the folder, and no two names are one file. */
const segment = (name: string): string =>
  encodeURIComponent(name).replaceAll('.', '%2E').replaceAll('*', '%2A');

/**
 * An address that works from a folder as from a server.
 *
 * @param anchor without its `#`
 */
export function address(from: string, to: string, anchor?: string): string {
  const path = from === to && anchor !== undefined ? '' : relative(dirname(from), to);
  const written = path.split('/').map(encodeURIComponent).join('/');
  return anchor === undefined ? written : `${written}#${encodeURIComponent(anchor)}`;
}

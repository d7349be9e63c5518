import { environment, optional } from '../../command-line/flag.ts';

/** Which cluster is looked at. */
export const clusterFlags = {
  env: environment('the environment whose cluster it is'),
  context: optional('<name>', 'the context of kubectl (default: the current one)'),
};

/** Says in each rendered file where to make a change. */
export const notice = (environment: string): string =>
  `Rendered by "npm run render" from environments/${environment}/config.ts: change that file instead.`;

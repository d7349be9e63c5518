import { declared } from '../../guard.ts';
import { settings } from '../../settings.ts';

export const settingsChange = declared({
  id: 'settings/settings-change',
  absence: 'neutral',
  guards: (environment) =>
    settings.flatMap(([path, words, valueOf]) => {
      const value = valueOf(environment);
      return value === undefined ? [] : [{ path, subject: words, strength: 0, value }];
    }),
  sentence: ({ names, before, after }) =>
    `The ${names} is ${after ?? 'no longer declared'} instead of ${before ?? 'undeclared'}.`,
});

import { filesNamespace } from './files.ts';

/** A hook in the container of the files, without which the backup is not to succeed. */
export const hooked = (command: readonly string[], timeout: string): object => ({
  hooks: {
    resources: [
      {
        name: 'before',
        includedNamespaces: [filesNamespace],
        pre: [{ exec: { container: 'files', command, onError: 'Fail', timeout } }],
      },
    ],
  },
});

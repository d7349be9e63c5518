import type { Document } from '../input/documents.ts';
import { folderOf, type Folder, joined } from '../input/folder.ts';
import { isObject, listAt, textAt } from '../input/plain.ts';
import type { NotRead } from '../input/source-file.ts';
import type { Found } from './found.ts';

/** A kustomization of the folder, and the files and folders that it takes. */
export interface Kustomization {
  readonly document: Document;
  /** From the folder that is judged. */
  readonly folder: string;
  readonly resources: readonly string[];
}

const name = /(^|\/)(kustomization\.ya?ml|Kustomization)$/;

export const kustomizationsOf = (documents: readonly Document[]): Kustomization[] =>
  documents
    .filter(({ file, value }) => name.test(file) && isObject(value) && !fluxOwn(value))
    .map((document) => {
      const folder = folderOf(document.file);
      const listed = ['resources', 'components', 'bases'].flatMap((key) =>
        listAt(document.value, key),
      );
      const resources = listed
        .filter((one): one is string => typeof one === 'string')
        .filter((one) => !one.includes('://') && !one.startsWith('github.com/'))
        .map((one) => joined(folder === '' ? [] : folder.split('/'), one));
      return { document, folder, resources };
    });

/** Flux has a kind of the same name, which is an object and lies in any file. */
const fluxOwn = (value: unknown): boolean =>
  (textAt(value, 'apiVersion') ?? '').startsWith('kustomize.toolkit.fluxcd.io/');

/** ConfigMaps that kustomizations make of files and literals of the folder. */
export const generatedConfigMaps = (
  kustomizations: readonly Kustomization[],
  { files }: Folder,
): Found[] =>
  kustomizations.flatMap(({ document, folder }) =>
    ['configMapGenerator', 'secretGenerator'].flatMap((kind) =>
      listAt(document.value, kind).map((generator, index): Found => {
        const path = [kind, index];
        const from = listAt(generator, 'files').map((one) => {
          const [key, file = key] = String(one).split('=', 2);
          const resolved = joined(folder === '' ? [] : folder.split('/'), file ?? '');
          return {
            key: (key ?? '').split('/').at(-1) ?? '',
            file: resolved,
            text: files.get(resolved)?.text,
          };
        });
        const literals = listAt(generator, 'literals').map((one) => splitOnce(String(one)));
        const data = Object.fromEntries([
          ...from.flatMap(({ key, text }) => (text === undefined ? [] : [[key, text] as const])),
          ...literals,
        ]);
        const field = kind === 'configMapGenerator' ? 'data' : 'stringData';
        return {
          file: document.file,
          place: [],
          kind: kind === 'configMapGenerator' ? 'v1/ConfigMap' : 'v1/Secret',
          name: textAt(generator, 'name') ?? '',
          namespace: textAt(generator, 'namespace') ?? textAt(document.value, 'namespace'),
          value: {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: { name: textAt(generator, 'name') },
            [field]: data,
          },
          placeAt: () => document.placeAt(path),
          insideOf: ([, key]) => {
            const file = from.find((one) => one.key === key)?.file;
            return file === undefined ? document.placeAt(path) : { file, line: 1 };
          },
        };
      }),
    ),
  );

/** The files that kustomizations make ConfigMaps of: they are no objects of their own. */
export const generatingFiles = (kustomizations: readonly Kustomization[]): string[] =>
  kustomizations.flatMap(({ document, folder }) =>
    ['configMapGenerator', 'secretGenerator'].flatMap((kind) =>
      listAt(document.value, kind).flatMap((generator) =>
        listAt(generator, 'files').map((one) =>
          joined(folder === '' ? [] : folder.split('/'), String(one).split('=').at(-1) ?? ''),
        ),
      ),
    ),
  );

const splitOnce = (text: string): readonly [string, string] => {
  const index = text.indexOf('=');
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
};

/** What kustomizations do that is not evaluated. */
export const notEvaluated = (kustomizations: readonly Kustomization[]): NotRead[] =>
  kustomizations.flatMap(({ document }) => [
    ...['replacements', 'vars', 'transformers', 'generators', 'replicas'].flatMap((key) =>
      listAt(document.value, key).length === 0
        ? []
        : [{ ...document.placeAt([key]), why: `kustomize: ${key} are not evaluated` }],
    ),
    ...listAt(document.value, 'resources').flatMap((one, index) =>
      typeof one === 'string' && (one.includes('://') || one.startsWith('github.com/'))
        ? [
            {
              ...document.placeAt(['resources', index]),
              why: `kustomize: ${one} is not in these files`,
            },
          ]
        : [],
    ),
  ]);

/** The namespace that a kustomization puts a file's objects into. */
export function namespaceBy(
  kustomizations: readonly Kustomization[],
  file: string,
): string | undefined {
  const takes = ({ folder, resources }: Kustomization): boolean =>
    resources.some((one) => file === one || file.startsWith(`${one}/`)) ||
    folderOf(file) === folder;
  return kustomizations
    .filter((one) => takes(one) && textAt(one.document.value, 'namespace') !== undefined)
    .map(({ document }) => textAt(document.value, 'namespace'))[0];
}

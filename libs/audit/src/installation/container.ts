import { isObject, listAt, type PlainObject, textAt } from '../input/plain.ts';

/** A container that mounts a volume, as far as it says how its program is set up. No value of a secret is in it. */
export interface Container {
  readonly name: string;
  readonly image: string;
  /** Where it mounts the volume. */
  readonly path: string;
  /** Variables, and arguments as `--name`, that are known to hold no secret, with their values. */
  readonly settings: Readonly<Record<string, string>>;
  /** The names of all its variables, and of all its arguments as `--name`. */
  readonly names: readonly string[];
}

/** The containers of a pod that mount its volume of this name. */
export const containersWith = (pod: PlainObject, volume: string): Container[] =>
  listAt(pod, 'spec', 'containers').flatMap((one) => {
    const mount = listAt(one, 'volumeMounts').find((inner) => textAt(inner, 'name') === volume);
    return isObject(one) && mount !== undefined
      ? [containerOf(one, textAt(mount, 'mountPath') ?? '')]
      : [];
  });

function containerOf(container: PlainObject, path: string): Container {
  const set = [...variablesOf(container), ...argumentsOf(container)];
  return {
    name: textAt(container, 'name') ?? '',
    image: textAt(container, 'image') ?? '',
    path,
    settings: Object.fromEntries(
      set.flatMap(([name, value]) =>
        open.test(name) && value !== undefined ? [[name, value]] : [],
      ),
    ),
    names: [...new Set(set.map(([name]) => name))],
  };
}

type Setting = readonly [name: string, value: string | undefined];

const open =
  /^(POSTGRES(QL)?_(DB|DATABASE|USER|USERNAME|INITDB_ARGS)|(MYSQL|MARIADB)_DATABASE|MONGO(_INITDB|DB)_DATABASE|VAULT_ADDR|--appendonly|--storage\.tsdb\.path)$/;

const variablesOf = (container: PlainObject): Setting[] =>
  listAt(container, 'env').flatMap((one) => {
    const name = textAt(one, 'name');
    return name === undefined ? [] : [[name, textAt(one, 'value')] as const];
  });

/** `--name value` and `--name=value`. */
function argumentsOf(container: PlainObject): Setting[] {
  const words = [...listAt(container, 'command'), ...listAt(container, 'args')].flatMap((word) =>
    String(word).split(/\s+/),
  );
  return words.flatMap((word, index) => {
    if (!word.startsWith('--')) return [];
    const [name = '', ...value] = word.split('=');
    return [[name, value.length > 0 ? value.join('=') : words[index + 1]] as const];
  });
}

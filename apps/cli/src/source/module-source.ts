import { dirname, join } from 'node:path';

import { type Expression, parseSync, type Program } from 'oxc-parser';

/** A file of TypeScript with its syntax tree. */
export interface ModuleSource {
  /** From the repository's root. */
  readonly file: string;
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}

/** An expression, and the file that holds it. */
export interface Located<Node = Expression> {
  readonly module: ModuleSource;
  readonly node: Node;
}

/** Why a place of the source cannot be edited safely. */
export class Uneditable extends Error {
  /** `environments/production/config.ts:12` */
  readonly place: string;

  constructor(why: string, module: ModuleSource, offset = 0) {
    super(why);
    this.place = `${module.file}:${lineAt(module.text, offset)}`;
  }
}

/** Counted from 1. */
const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** @throws {Uneditable} for what does not parse */
function parseModule(file: string, text: string): ModuleSource {
  const { program, comments, errors } = parseSync(file, text);
  const module = { file, text, program, comments };
  const [error] = errors;
  if (error) throw new Uneditable(error.message, module, error.labels[0]?.start);
  return module;
}

/** The files of a repository, each read and parsed once. */
export class Modules {
  readonly #read: (file: string) => string | undefined;
  readonly #parsed = new Map<string, ModuleSource>();

  /** @param read takes a path from the repository's root; undefined for a file that is not there */
  constructor(read: (file: string) => string | undefined) {
    this.#read = read;
  }

  /** Undefined for a file that is not there. */
  at(file: string): ModuleSource | undefined {
    const known = this.#parsed.get(file);
    if (known) return known;
    const text = this.#read(file);
    if (text === undefined) return undefined;
    const parsed = parseModule(file, text);
    this.#parsed.set(file, parsed);
    return parsed;
  }

  /** What a relative import of a file leads to; undefined for a package, and for what is not there. */
  imported({ file }: ModuleSource, specifier: string): ModuleSource | undefined {
    return specifier.startsWith('.') ? this.at(join(dirname(file), specifier)) : undefined;
  }
}

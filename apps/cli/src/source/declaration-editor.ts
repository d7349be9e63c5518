import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ObjectExpression } from 'oxc-parser';

import { Refusal } from '../refusal.ts';
import { EditedSources, type SourceChange } from './edited-sources.ts';
import { findExport } from './find-expression.ts';
import { asArray, asObject, findProperty, findValue } from './find-property.ts';
import { formatOptions, formatSource } from './format-source.ts';
import { type Located, Modules, Uneditable } from './module-source.ts';
import { Code, printEntry, printValue } from './print-value.ts';

/** A place in what a file exports. */
export interface Place {
  /** From the repository's root. */
  readonly file: string;
  /** `default` for the default export. */
  readonly name: string;
  /** Such as `['services', 'orders', 'volumes']`. */
  readonly path: readonly string[];
}

type Options = Awaited<ReturnType<typeof formatOptions>>;

/** Adds to declarations by their syntax tree, and keeps all else of their files. */
export class DeclarationEditor {
  readonly #modules: Modules;
  readonly #edited: EditedSources;
  readonly #options: Options;

  private constructor(root: string, options: Options) {
    this.#modules = new Modules((file) => {
      const path = join(root, file);
      return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    });
    this.#edited = new EditedSources(options);
    this.#options = options;
  }

  /** @param root the repository's folder */
  static async of(root: string): Promise<DeclarationEditor> {
    return new DeclarationEditor(root, await formatOptions(root));
  }

  /**
   * Adds a key to an object, and the object itself where a service or an environment has left it out.
   *
   * @throws {Refusal} with the lines to paste where the place is made by code
   */
  async addProperty(place: Place, key: string, value: unknown): Promise<void> {
    const { code, names } = printValue(value);
    await this.#orPaste(place, { code: `${printEntry(key, code)},`, names }, async () => {
      const missing = this.#missing(place);
      if (missing) await this.#edited.addProperty(missing.parent, missing.key, { [key]: value });
      else await this.#edited.addProperty(asObject(this.#modules, this.#find(place)), key, value);
    });
  }

  /**
   * Adds a value to a list.
   *
   * @throws {Refusal} as {@link addProperty} does
   */
  async addElement(place: Place, value: unknown): Promise<void> {
    const { code, names } = printValue(value);
    await this.#orPaste(place, { code: `${code},`, names }, async () => {
      this.#edited.addElement(asArray(this.#modules, this.#find(place)), value);
    });
  }

  /** The name of the constant that stands at a place, where it may be named at another place, too. */
  sharedConstant(place: Place, user: Place): Code | undefined {
    try {
      const { module, node } = this.#find(place);
      const isShared = asObject(this.#modules, this.#find(user)).module === module;
      return isShared && node.type === 'Identifier' ? new Code(node.name) : undefined;
    } catch (error) {
      if (error instanceof Uneditable) return undefined;
      throw error;
    }
  }

  changes(): Promise<SourceChange[]> {
    return this.#edited.changes();
  }

  /** The last key of a place, and what it would have to stand in, where it is not there. */
  #missing(place: Place): { parent: Located<ObjectExpression>; key: string } | undefined {
    const key = place.path.at(-1);
    if (key === undefined) return undefined;
    const parent = asObject(this.#modules, this.#find({ ...place, path: place.path.slice(0, -1) }));
    return findProperty(this.#modules, parent, key) ? undefined : { parent, key };
  }

  #find({ file, name, path }: Place): Located {
    const module = this.#modules.at(file);
    if (!module) throw new Refusal(`${file} is not there`);
    return findValue(this.#modules, findExport(this.#modules, module, name), path);
  }

  async #orPaste(
    { file, path }: Place,
    { code, names }: { readonly code: string; readonly names: ReadonlyMap<string, string> },
    edit: () => Promise<void>,
  ): Promise<void> {
    try {
      await edit();
    } catch (error) {
      if (!(error instanceof Uneditable)) throw error;
      const lines = await this.#paste(code);
      const calls = [...Map.groupBy(names.keys(), (name) => names.get(name))]
        .map(([from, imported]) => `, and import ${imported.join(', ')} from ${from}`)
        .join('');
      throw new Refusal(
        `${error.place} ${error.message}: nothing was written. Add these lines to ${path.join('.')} of ${file} by hand${calls}:\n\n${lines}`,
        { cause: error },
      );
    }
  }

  async #paste(code: string): Promise<string> {
    const wrapped = code.includes(': ') ? `({\n${code}\n});` : `[\n${code}\n];`;
    const lines = (await formatSource('item.ts', wrapped, this.#options)).trimEnd().split('\n');
    return lines.length > 2 ? lines.slice(1, -1).join('\n') : code;
  }
}

import MagicStringText from 'magic-string';
import type { ArrayExpression, ObjectExpression } from 'oxc-parser';

import { addImports, importedNames } from './package-imports.ts';
import { formatSource } from './format-source.ts';
import { insertItem } from './insert-item.ts';
import type { Located, ModuleSource } from './module-source.ts';
import { printEntry, printValue } from './print-value.ts';

/** Text before and after, of a file that is edited or new. */
export interface SourceChange {
  /** From the repository's root. */
  readonly file: string;
  /** Undefined for a file that is new. */
  readonly before: string | undefined;
  readonly after: string;
}

type Options = Parameters<typeof formatSource>[2];

/** Collects edits of several files, each of which keeps all that the edits do not name. */
export class EditedSources {
  readonly #edits = new Map<ModuleSource, MagicStringText>();
  readonly #called = new Map<ModuleSource, Map<string, string>>();
  readonly #options: Options;

  /** @param options how the repository formats its files */
  constructor(options: Options) {
    this.#options = options;
  }

  /** Adds a key with a value to an object. */
  async addProperty(
    { module, node }: Located<ObjectExpression>,
    key: string,
    value: unknown,
  ): Promise<void> {
    const code = await this.#property(module, key, value);
    insertItem(this.#edit(module), module, {
      enclosing: node,
      items: node.properties,
      code,
    });
  }

  /** Adds a value to a list. */
  addElement({ module, node }: Located<ArrayExpression>, value: unknown): void {
    const code = this.#print(module, value);
    insertItem(this.#edit(module), module, { enclosing: node, items: node.elements, code });
  }

  #print(module: ModuleSource, value: unknown): string {
    const { code, names } = printValue(value, importedNames(module));
    const called = this.#called.get(module) ?? new Map<string, string>();
    this.#called.set(module, new Map([...called, ...names]));
    return code;
  }

  /** As the formatter prints it in an object of its own, with an object's every key on a line. */
  async #property(module: ModuleSource, key: string, value: unknown): Promise<string> {
    const code = this.#print(module, value);
    const alone = `({\n${printEntry(key, code.replace(/^\{ /, '{\n'))},\n});\n`;
    const lines = (await formatSource('item.ts', alone, this.#options)).trimEnd().split('\n');
    return lines
      .slice(1, -1)
      .map((line) => line.replace(/^ {2}|^\t/, ''))
      .join('\n')
      .replace(/,$/, '');
  }

  #edit(module: ModuleSource): MagicStringText {
    const known = this.#edits.get(module);
    if (known) return known;
    const edit = new MagicStringText(module.text);
    this.#edits.set(module, edit);
    return edit;
  }

  /**
   * What became of the files. One that was as the formatter writes it is so again; in any other one nothing
   * but the additions is formatted.
   */
  async changes(): Promise<SourceChange[]> {
    for (const [module, names] of this.#called) addImports(this.#edit(module), module, names);
    return Promise.all(
      [...this.#edits].map(async ([{ file, text }, edit]) => {
        const formatted = (await formatSource(file, text, this.#options)) === text;
        const after = edit.toString();
        return {
          file,
          before: text,
          after: formatted ? await formatSource(file, after, this.#options) : after,
        };
      }),
    );
  }
}

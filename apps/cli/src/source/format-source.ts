import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FormatConfig } from 'oxfmt';
import { z } from 'zod';

/**
 * What of the formatter's options changes how a declaration looks.
 *
 * @see https://oxc.rs/docs/guide/usage/formatter/config-file-reference.html
 */
const options = z.object({
  arrowParens: z.enum(['always', 'avoid']).exactOptional(),
  bracketSpacing: z.boolean().exactOptional(),
  endOfLine: z.enum(['lf', 'crlf', 'cr']).exactOptional(),
  objectWrap: z.enum(['preserve', 'collapse']).exactOptional(),
  printWidth: z.int().exactOptional(),
  quoteProps: z.enum(['as-needed', 'consistent', 'preserve']).exactOptional(),
  semi: z.boolean().exactOptional(),
  singleQuote: z.boolean().exactOptional(),
  tabWidth: z.int().exactOptional(),
  trailingComma: z.enum(['all', 'es5', 'none']).exactOptional(),
  useTabs: z.boolean().exactOptional(),
}) satisfies z.ZodType<FormatConfig>;

/**
 * How a repository formats its files: by `.oxfmtrc.json` in its folder, or by the formatter's defaults.
 *
 * @throws when the file is no JSON, with or without comments, or holds an option that the formatter does not know
 */
export async function formatOptions(root: string): Promise<FormatConfig> {
  const file = join(root, '.oxfmtrc.json');
  if (!existsSync(file)) return {};
  const { parse } = await import('yaml');
  // JSON is YAML but for its comments.
  return options.parse(parse(readFileSync(file, 'utf8').replaceAll(/^\s*\/\/.*$/gm, '')));
}

/** @throws {SyntaxError} for what does not parse */
export async function formatSource(
  file: string,
  text: string,
  chosen: FormatConfig,
): Promise<string> {
  const { format } = await import('oxfmt');
  const { code, errors } = await format(file, text, chosen);
  if (errors.length > 0) throw new SyntaxError(errors.map(({ message }) => message).join('; '));
  return code;
}

import { siteOf } from '@resilience/report/site';

import type { Answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import { openEnvironments } from '../in-environment.ts';
import { collectReport } from './collect-report.ts';
import { dateOf } from './date-of.ts';
import { writeSite } from './write-site.ts';

export interface ReportFlags {
  readonly output: string;
  readonly from?: string;
  readonly since?: string;
  readonly date?: string;
}

export interface Written {
  readonly folder: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly pages: number;
  readonly files: readonly string[];
  readonly untrusted: readonly { readonly file: string; readonly message: string }[];
}

/** Does what `resilience report` promises. */
export async function report({
  output,
  from,
  since,
  date: asked,
}: ReportFlags): Promise<Answer<Written>> {
  const date = dateOf(asked);
  const environments = await openEnvironments(undefined);
  const collected = await collectReport({ environments, date, from, since });
  const site = siteOf(collected);
  const files = writeSite(output, site);
  const untrusted = collected.evidence.untrusted.map(({ file, message }) => ({ file, message }));
  const written = { folder: output, date, pages: site.length, files, untrusted };
  return { code: exitCode.fine, result: written, text: () => summary(written) };
}

const summary = ({ folder, date, pages, files, untrusted }: Written): string =>
  [
    `${folder}/index.html: ${pages} pages for ${date}, ${files.length === 0 ? 'as they were' : `${files.length} files written anew or removed`}`,
    ...untrusted.map(({ file, message }) => `  does not count: ${file} ${message}`),
  ].join('\n');

import { z } from 'zod';

import type { Rendered, RenderedObject } from '../rendered.ts';

const placed = z.looseObject({ provider: z.string().optional() });
const provider = z.looseObject({ alias: z.string().optional(), region: z.string() });

/** The region that a resource or data of Terraform is in, by its provider. */
export function regionOf(rendered: Rendered, { file, value }: RenderedObject): string | undefined {
  const alias = placed.parse(value).provider?.split('.')[1];
  return rendered
    .of('provider')
    .filter((one) => one.file === file)
    .map((one) => provider.parse(one.value))
    .find((one) => one.alias === alias)?.region;
}

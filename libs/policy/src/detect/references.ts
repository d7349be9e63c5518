import type { Rendered, RenderedObject } from '../rendered.ts';

/** The resource or data of the same stack that an expression such as `${aws_kms_key.backups.arn}` names. */
export function referred(
  rendered: Rendered,
  from: RenderedObject,
  expression: string | undefined,
): RenderedObject | undefined {
  const [, data = '', type, name] =
    /^\$\{(data\.)?([a-z0-9_]+)\.([\w-]+)\./.exec(expression ?? '') ?? [];
  return rendered
    .of(`${data}${type}`)
    .find((object) => object.file === from.file && object.place[2] === name);
}

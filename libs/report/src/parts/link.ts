import { type ComponentChildren, h, type JSX } from 'preact';

import { address } from '../paths.ts';

interface Target {
  /** The path of the page that the link stands on. */
  readonly from: string;
  readonly to: string;
  readonly anchor?: string;
}

export const link = ({ from, to, anchor }: Target, text: ComponentChildren): JSX.Element =>
  h('a', { href: address(from, to, anchor) }, text);

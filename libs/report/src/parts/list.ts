import { type ComponentChildren, h, type JSX } from 'preact';

export const list = (items: readonly ComponentChildren[]): JSX.Element =>
  h(
    'ul',
    {},
    items.map((item) => h('li', {}, item)),
  );

import { type ComponentChildren, h, type JSX } from 'preact';

/** Terms and what each is. */
export const facts = (entries: readonly (readonly [string, ComponentChildren])[]): JSX.Element =>
  h(
    'dl',
    { class: 'facts' },
    entries.map(([term, value]) => h('div', {}, [h('dt', {}, term), h('dd', {}, value)])),
  );

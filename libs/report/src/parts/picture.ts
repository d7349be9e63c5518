import { h, type JSX } from 'preact';

import type { Picture } from '../model/picture.ts';

/** A picture as a document of its own: no style or name of it reaches the page. */
export const picture = ({ title, svg }: Picture): JSX.Element =>
  h(
    'div',
    { class: 'scroll picture', role: 'region', 'aria-label': title, tabindex: 0 },
    h('img', {
      alt: title,
      src: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    }),
  );

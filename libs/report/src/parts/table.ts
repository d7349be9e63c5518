import { type ComponentChildren, h, type JSX } from 'preact';

export type Cell = ComponentChildren;

export interface Table {
  /** It stands once on a page, as it names the region that the table scrolls in. */
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of each is the row's head. */
  readonly rows: readonly (readonly Cell[])[];
  /** Columns of figures, from 0. */
  readonly figures?: readonly number[];
  readonly kind?: 'matrix';
}

/** A table that scrolls by itself where the page is narrow, also by the keyboard. */
export const table = ({ caption, head, rows, figures = [], kind }: Table): JSX.Element =>
  h(
    'div',
    { class: 'scroll', role: 'region', 'aria-label': caption, tabindex: 0 },
    h('table', kind ? { class: kind } : {}, [
      h('caption', {}, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head.map((text, column) => h('th', { scope: 'col', ...classOf(figures, column) }, text)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((cells) =>
          h(
            'tr',
            {},
            cells.map((cell, column) => cellOf(figures, column, cell)),
          ),
        ),
      ),
    ]),
  );

const cellOf = (figures: readonly number[], column: number, cell: Cell): JSX.Element =>
  column === 0 ? h('th', { scope: 'row' }, cell) : h('td', classOf(figures, column), cell);

const classOf = (figures: readonly number[], column: number): { class?: string } =>
  figures.includes(column) ? { class: 'figure' } : {};

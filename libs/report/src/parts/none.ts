import { h, type JSX } from 'preact';

/** A sentence in the place of a table that has no rows. */
export const none = (sentence: string): JSX.Element => h('p', { class: 'soft' }, sentence);

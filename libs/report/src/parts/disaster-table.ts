import type { JSX } from 'preact';

import type { Disaster } from '../model/report.ts';
import { table } from './table.ts';

/** For readers who are no engineers. */
export const disasterTable = (disasters: readonly Disaster[]): JSX.Element =>
  table({
    caption: 'What the disasters mean',
    head: ['Disaster', 'In the tables', 'What it means'],
    rows: disasters.map(({ name, title, means }) => [title, name, means]),
  });

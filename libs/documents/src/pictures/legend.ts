import { edged, label, type Point } from './svg.ts';

/** A colour and what it stands for. */
export type Entry = readonly [colour: string, words: string];

const row = 18;

/** From the top down. */
export const legend = ([x, y]: Point, entries: readonly Entry[]): string[] =>
  entries.flatMap(([colour, words], index) => sample([x, y + index * row], colour, words));

/** From left to right, each as wide as is given, in pixels. */
export const legendRow = ([x, y]: Point, width: number, entries: readonly Entry[]): string[] =>
  entries.flatMap(([colour, words], index) => sample([x + index * width, y], colour, words));

const sample = ([x, y]: Point, colour: string, words: string): string[] => [
  edged({ x, y, width: 12, height: 12 }, colour),
  label([x + 18, y + 10], words),
];

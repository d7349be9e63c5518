import {
  type DescribedKey,
  type DescribedObject,
  describedObjects,
} from '@resilience/config/described-objects';
import { markdownFile, markdownTable } from '@resilience/render/markdown-file';
import type { RenderedFile } from '@resilience/render/rendered-file';

/** docs/reference/declaration.md: every key of `environments/‹env›/config.ts`. */
export const declarationReference = (): RenderedFile =>
  markdownFile('declaration.md', [
    '# The declaration',
    "Every key of `environments/‹env›/config.ts`. Many are shared by all environments: they stand in `environments/organisation.ts`. [Declaring an environment](../guides/declaring-an-environment.md) explains how the parts belong together, and `npm run resilience -- explain ‹service› --env ‹env› --source` shows where a service has each value from. A key that may be left out is marked by “no” under “needed”: a tier, a preset or the layer's assumptions say the value then.",
    ...describedObjects().flatMap(section),
  ]);

function section({ title, places, decidedBy, keys }: DescribedObject): string[] {
  const decided = decidedBy.map((word) => `\`${word}\``).join(', ');
  const at = places.filter((place) => place !== '').map((place) => `\`${place}\``);
  return [
    `## ${capitalised(title)}`,
    ...(at.length > 0 ? [`At ${at.join(', ')}${decided === '' ? '' : ` with ${decided}`}.`] : []),
    ...(keys.length > 0
      ? [markdownTable([['Key', 'Needed', 'Value', 'Decides', 'Example'], ...keys.map(row)])]
      : []),
  ];
}

const row = (described: DescribedKey): string[] => [
  `\`${described.key}\``,
  described.mayBeLeftOut ? 'no' : 'yes',
  valueOf(described),
  described.sentence ?? '',
  described.example === undefined ? '' : `\`${described.example}\``,
];

/** What has to stand there, or the sections of the objects that can. */
const valueOf = ({ expected, objects }: DescribedKey): string =>
  objects.length === 0
    ? expected.replace(/,? such as .*/s, '')
    : objects.map((title) => `[${title}](#${anchorOf(title)})`).join(', or ');

/** As GitHub derives it from a heading. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9_ -]/g, '')
    .replaceAll(' ', '-');

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

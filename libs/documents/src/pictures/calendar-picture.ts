import { firesOn } from '@resilience/config/cron-gap';
import { type Duration, formatDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { legendRow } from './legend.ts';
import { edged, heading, label, line, svg, titled } from './svg.ts';

/** A Monday that is the first of January: what runs monthly, each quarter or each year is in its week, too. */
const monday = Date.UTC(2029, 0, 1);
const dayNames = ['Mon, the 1st', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const hours = [0, 6, 12, 18];

const left = 180;
const top = 100;
const row = 26;
const dayWidth = 104;
const right = left + dayNames.length * dayWidth;
const daySeconds = 86_400;
/** Letters of a name. */
const longest = 27;

/** By colours that are told apart in grey, too. */
const colours = { backup: '#0072b2', drill: '#e69f00' } as const;

interface Row {
  readonly name: string;
  readonly kind: keyof typeof colours;
  readonly cron: Environment['schedules'][string]['cron'];
  readonly durationBudget: Duration;
}

/** A week of all backups and drills, each as long as it may take, as SVG. */
export function calendarPicture(environment: Environment): string {
  const rows = rowsOf(environment);
  const bottom = top + rows.length * row;
  const title = `A week of backups and drills of ${environment.name}`;
  const description = `Times are in UTC. ${rows.map(describe).join(' ')}`;
  const size = { width: right + 14, height: bottom + 12 };
  return svg({ id: `calendar-${environment.name}`, title, description, ...size }, [
    heading([8, 22], title),
    label(
      [8, 40],
      'Hours are in UTC. The week is one that begins on the 1st of January, so that yearly and monthly runs are in it.',
    ),
    ...legendRow([left, 50], 300, [
      [colours.backup, 'backup, as long as it may take'],
      [colours.drill, 'drill (a restore for practice), as long as it may take'],
    ]),
    ...grid(bottom),
    ...rows.flatMap((one, index) => drawn(one, top + index * row)),
  ]);
}

const rowsOf = ({ schedules, drills }: Environment): Row[] => [
  ...Object.entries(schedules).map(([name, one]) => ({ ...one, name, kind: 'backup' as const })),
  ...Object.entries(drills).map(([name, one]) => ({ ...one, name, kind: 'drill' as const })),
];

const describe = ({ name, kind, cron, durationBudget }: Row): string =>
  `The ${kind} ${name} starts by the cron expression ${cron.expression} and may take ${formatDuration(durationBudget)}.`;

const grid = (bottom: number): string[] => [
  ...dayNames.flatMap((name, day) => {
    const x = left + day * dayWidth;
    return [
      line([x, top], [x, bottom]),
      label([x + dayWidth / 2, top - 18], name, 'middle'),
      ...hours.map((hour) =>
        label([x + (hour / 24) * dayWidth, top - 4], String(hour).padStart(2, '0'), 'middle'),
      ),
      ...hours.slice(1).map((hour) => {
        const at = x + (hour / 24) * dayWidth;
        return line([at, top], [at, top + 4]);
      }),
    ];
  }),
  line([right, top], [right, bottom]),
  line([8, top], [right, top]),
];

function drawn(one: Row, y: number): string[] {
  const starts = startsOf(one);
  const name = label([8, y + 17], shortened(one.name));
  const edge = line([8, y + row], [right, y + row]);
  if (starts.length === 0) {
    return [name, edge, label([left + 6, y + 17], `not in this week: ${one.cron.expression}`)];
  }
  const boxes = spansOf(one, starts).map(([from, to]) =>
    edged({ x: from, y: y + 5, width: to - from, height: 16 }, colours[one.kind]),
  );
  return [name, edge, titled(describe(one), boxes)];
}

type Span = readonly [from: number, to: number];

/** In pixels; runs that would lie on each other are one. */
function spansOf({ durationBudget }: Row, starts: readonly number[]): Span[] {
  const width = Math.max(2, (durationBudget.seconds / daySeconds) * dayWidth);
  const spans: Span[] = [];
  for (const seconds of starts) {
    const from = left + (seconds / daySeconds) * dayWidth;
    const to = Math.min(from + width, right);
    const last = spans.at(-1);
    if (last && from < last[1]) spans.splice(-1, 1, [last[0], to]);
    else spans.push([from, to]);
  }
  return spans;
}

/** As far as there is room; the description has all of it. */
const shortened = (name: string): string =>
  name.length > longest ? `${name.slice(0, longest - 1)}…` : name;

/** In seconds since Monday. */
const startsOf = ({ cron }: Row): number[] =>
  dayNames.flatMap((_, day) =>
    firesOn(cron, new Date(monday + day * daySeconds * 1000))
      ? cron.minutesOfDay.map((minute) => day * daySeconds + minute * 60)
      : [],
  );

import { gib } from '../units/bytes.ts';
import { minutes } from '../units/duration.ts';
import { percent } from '../units/percent.ts';
import {
  type About,
  named,
  type Preset,
  presetName,
  snapshotted,
  type Stateful,
  workloadOf,
} from './preset.ts';

export interface MongodbOptions extends Stateful {
  readonly database: string;
  readonly collections: readonly {
    readonly collection: string;
    /** The documents that a restored copy has to have. */
    readonly atLeast: number;
  }[];
}

/**
 * MongoDB with WiredTiger in a StatefulSet, data and journal on one volume. The user and password, if
 * there are any, are those of the official image: MONGO_INITDB_ROOT_USERNAME and …_PASSWORD.
 *
 * A snapshot of one volume holds the journal with the data and needs no lock: a lock that a backup
 * leaves behind would stop every write. Members of a replica set whose hosts are named with their
 * namespace do not find each other in a copy under another namespace: each is asked by itself.
 *
 * @see https://www.mongodb.com/docs/manual/tutorial/backup-with-filesystem-snapshots/
 * @see https://www.mongodb.com/docs/manual/reference/method/db.collection.validate/
 */
export function mongodb(options: MongodbOptions): Preset {
  const { name, database, collections } = options;
  const inContainer = { workload: name, container: options.container ?? 'mongodb' };
  const asked = (check: string, script: string, collection: string) => ({
    check: 'command' as const,
    name: named(name, check),
    ...inContainer,
    timeout: minutes(10),
    command: mongosh(database, `print(db.getCollection(${JSON.stringify(collection)}).${script})`),
  });
  return {
    [presetName]: 'mongodb',
    workloads: [workloadOf(options)],
    volumes: { [named(name, 'data')]: snapshotted(options, 'mongodb') },
    hooks: [],
    verification: [
      {
        check: 'command',
        name: named(name, 'answers'),
        ...inContainer,
        timeout: minutes(2),
        command: mongosh(database, 'print(db.stats().ok)'),
        expect: { output: 'number', atLeast: 1 },
      },
      ...collections.flatMap(({ collection, atLeast }, index) => [
        {
          ...asked(`documents-${index}`, 'countDocuments({})', collection),
          expect: { output: 'number' as const, atLeast },
        },
        {
          ...asked(`valid-${index}`, 'validate({ full: true }).valid', collection),
          expect: { output: 'text' as const, matches: '^true$' },
        },
      ]),
    ],
  };
}

/** The shell of MongoDB reads the password from its environment: no list of processes has it. */
const mongosh = (database: string, script: string): [string, ...string[]] => [
  'mongosh',
  '--quiet',
  '--nodb',
  '--eval',
  [
    'const { MONGO_INITDB_ROOT_USERNAME: user, MONGO_INITDB_ROOT_PASSWORD: password } = process.env;',
    "const login = user ? `${encodeURIComponent(user)}:${encodeURIComponent(password ?? '')}@` : '';",
    `const db = connect(\`mongodb://\${login}127.0.0.1:27017/${database}?directConnection=true&authSource=admin&readPreference=secondaryPreferred\`);`,
    script,
  ].join(' '),
];

export const aboutMongodb: About = {
  name: 'mongodb',
  software: 'MongoDB',
  consistency:
    'A snapshot of the one volume of a member holds its journal: the server recovers from it without a lock.',
  tried: 'written from documentation',
  sources: [
    'https://www.mongodb.com/docs/manual/tutorial/backup-with-filesystem-snapshots/',
    'https://www.mongodb.com/docs/manual/reference/method/db.collection.validate/',
  ],
  example: () =>
    mongodb({
      name: 'reviews-db',
      labels: { app: 'reviews-db' },
      size: gib(50),
      used: percent(50),
      dailyChange: percent(5),
      database: 'reviews',
      collections: [{ collection: 'reviews', atLeast: 1_000 }],
    }),
};

import { createHash } from 'node:crypto';

import { type DrillReport, drillReport } from '@resilience/config/drill-report';
import { describeValue, type Problem } from '@resilience/config/problem';

import type { EvidenceSource } from './evidence-source.ts';

/** A report that is what the drill left, and where it lies. */
export interface Evidence {
  /** Such as `s3://acme-staging-evidence-us-east-1/drills/…/x.json`. */
  readonly address: string;
  readonly report: DrillReport;
}

export interface ReadReports {
  readonly evidence: readonly Evidence[];
  readonly problems: readonly Problem[];
}

export interface Place {
  /** The buckets that reports are told to lie in, as `s3://…`, by the environments whose drills they are. */
  readonly buckets: Readonly<Record<string, string>>;
  /** What is really read: a bucket, or a folder that is a copy of one. */
  readonly from: string;
}

/** Reads every report, and tells all that cannot be trusted. */
export async function readReports(source: EvidenceSource, place: Place): Promise<ReadReports> {
  const files = (await source.list()).map(({ path }) => path).toSorted();
  const evidence: Evidence[] = [];
  const problems: Problem[] = [];
  for (const path of files.filter((name) => name.endsWith('.json'))) {
    const content = await source.read(path);
    const hash = files.includes(`${path}.sha256`)
      ? (await source.read(`${path}.sha256`)).toString()
      : undefined;
    const found = judge({ path, content, hash }, place);
    if ('report' in found) {
      evidence.push({ address: `${place.buckets[found.report.environment]}/${path}`, ...found });
    } else problems.push({ file: `${place.from}/${path}`, ...found });
  }
  return { evidence, problems };
}

interface Candidate {
  readonly path: string;
  readonly content: Buffer;
  readonly hash: string | undefined;
}

type Judged = Pick<Evidence, 'report'> | Omit<Problem, 'file'>;

function judge({ path, content, hash }: Candidate, { buckets, from }: Place): Judged {
  const environments = Object.keys(buckets);
  const actual = createHash('sha256').update(content).digest('hex');
  const noted = hash?.trim().split(/\s+/)[0];
  if (noted !== actual) return tampered(noted, actual);
  const input = parseJson(content.toString());
  const parsed = drillReport.safeParse(input, { reportInput: true });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return lossBelowZero({ path, from }, issue) ?? malformed(issue, input);
  }
  return environments.includes(parsed.data.environment)
    ? { report: parsed.data }
    : foreign(environments, parsed.data.environment);
}

const tampered = (noted: string | undefined, actual: string): Omit<Problem, 'file'> => ({
  path: '',
  code: 'evidence/tampered',
  message: noted === undefined ? 'has no hash beside it' : 'is not what the drill has left',
  expected: noted === undefined ? 'a file .sha256' : `sha256 ${noted}`,
  received: noted === undefined ? 'nothing' : `sha256 ${actual}`,
  fix: 'read its first version from the bucket, which keeps all, and find out who wrote the other',
});

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
}

/** A run that restored what the disaster had left; undefined where it is another fault. */
function lossBelowZero(
  { path, from }: { readonly path: string; readonly from: string },
  issue: Issue | undefined,
): Omit<Problem, 'file'> | undefined {
  if (issue?.code !== 'too_small' || issue.path.at(-1) !== 'dataLossSeconds') return undefined;
  return {
    path: issue.path.map(String).join('.'),
    code: 'evidence/loss-below-zero',
    message:
      'is below zero: the backup began after the disaster, and what came back is from after it',
    expected: '0 s or more',
    received: `${String(issue.input)} s`,
    fix: `restore again with an earlier --disaster-at; pull without this report by aws s3 sync '${from}' evidence --exclude '${path}*', and --from evidence`,
  };
}

const malformed = (issue: Issue | undefined, input: unknown): Omit<Problem, 'file'> => ({
  path: issue?.path.map(String).join('.') ?? '',
  code: 'evidence/malformed',
  message: 'is no drill report',
  expected: issue?.message ?? 'a drill report',
  received: describeValue(input),
  fix: 'look which revision of the drill has written it',
});

const foreign = (environments: readonly string[], received: string): Omit<Problem, 'file'> => ({
  path: 'environment',
  code: 'evidence/foreign',
  message: 'is of another environment',
  expected: environments.map((environment) => `"${environment}"`).join(' or '),
  received: `"${received}"`,
  fix: `pull it by --env ${received}`,
});

/** The text itself where it is no JSON: the schema says what should be there instead. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

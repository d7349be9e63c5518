/** A policy as IAM stores it, as far as this evaluation knows it. */
export interface Policy {
  readonly Statement: Statement | readonly Statement[];
}

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[]>>>
  >;
}

/** One use of one permission. */
export interface Request {
  /** Such as `s3:GetObject`. */
  readonly action: string;
  /** The ARN that IAM checks the action on. */
  readonly resource: string;
  /** Values of condition keys. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * Whether a policy alone allows a request, by IAM's rules: an explicit denial wins, and what nobody
 * allows is denied.
 *
 * @throws for a condition operator that is not known here, rather than guess
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function allows(policy: Policy, request: Request): boolean {
  const applying = list(policy.Statement).filter((statement) => applies(statement, request));
  return (
    applying.some(({ Effect }) => Effect === 'Allow') &&
    !applying.some(({ Effect }) => Effect === 'Deny')
  );
}

const applies = ({ Action, Resource, Condition = {} }: Statement, request: Request): boolean =>
  list(Action).some((pattern) => like(pattern.toLowerCase(), request.action.toLowerCase())) &&
  list(Resource).some((pattern) => like(pattern, request.resource)) &&
  Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, expected]) =>
      holds(operator, list(expected), request.context?.[key]),
    ),
  );

function holds(
  operator: string,
  expected: readonly string[],
  actual: string | readonly string[] | undefined,
): boolean {
  if (operator === 'Null') return expected.includes(String(actual === undefined));
  if (actual === undefined) return false;
  const compare = comparisons[operator.replace('ForAnyValue:', '')];
  if (!compare) throw new Error(`the condition operator ${operator} is not known here`);
  return list(actual).some((value) => expected.some((each) => compare(each, value)));
}

const comparisons: Readonly<Record<string, (expected: string, actual: string) => boolean>> = {
  ArnEquals: like,
  ArnLike: like,
  Bool: (expected, actual) => expected === actual,
  NumericLessThan: (expected, actual) => Number(actual) < Number(expected),
  StringEquals: (expected, actual) => expected === actual,
  StringLike: like,
};

/** Whether a text matches a pattern with `*` and `?`. */
function like(pattern: string, text: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text);
}

export const list = <Item>(value: Item | readonly Item[]): readonly Item[] =>
  Array.isArray(value) ? (value as readonly Item[]) : [value as Item];

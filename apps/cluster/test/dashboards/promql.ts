import type { SyntaxNodeRef } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';

/** What an expression asks for, by the grammar that Prometheus' own editor has. */
export interface Asked {
  readonly metrics: readonly string[];
  /** Each label that a series is chosen by, with the metric. */
  readonly matched: readonly (readonly [metric: string, label: string])[];
}

/** @throws when the expression is none */
export function asked(expression: string): Asked {
  const metrics: string[] = [];
  const matched: [string, string][] = [];
  const text = ({ from, to }: SyntaxNodeRef): string => expression.slice(from, to);
  parser.parse(expression).iterate({
    enter: (node) => {
      if (node.type.isError) throw new SyntaxError(`at ${node.from} of ${expression}`);
      if (node.name === 'Identifier') metrics.push(text(node));
      if (node.name === 'LabelName' && isMatcher(node)) {
        matched.push([metrics.at(-1) ?? '', text(node)]);
      }
    },
  });
  return { metrics, matched };
}

/** Labels are also what is grouped by. */
const isMatcher = ({ node }: SyntaxNodeRef): boolean =>
  node.parent?.name.endsWith('Matcher') ?? false;

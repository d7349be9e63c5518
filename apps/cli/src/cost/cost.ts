import { loadEnvironment } from '@resilience/config/load';
import type { Environment } from '@resilience/config/environment';
import { formatProblem } from '@resilience/config/problem';
import { type Bill, price, unpricedRegions } from '@resilience/cost/price';
import { pricedOn } from '@resilience/cost/price-list';
import { savings } from '@resilience/cost/savings';
import type { OrganisationPolicy } from '@resilience/policy/organisation-policy';

import type { CostFlags } from '../commands/cost.ts';
import { declaredEnvironments } from '../declared-environments.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { loadPolicy } from '../load-policy.ts';
import { Progress } from '../progress.ts';
import { repositoryRoot } from '../repository-root.ts';
import { terminalWidth } from '../terminal-width.ts';
import { today } from '../today.ts';
import { wrapLine } from '../wrap-line.ts';
import { formatBill } from './format-bill.ts';
import { overBudget } from './over-budget.ts';
import { permitted, type Saving } from './permitted.ts';

/** What one environment costs. */
export interface Priced {
  readonly environment: string;
  readonly bill: Bill;
  /** By region, when the prices were looked up that the environment declares. */
  readonly declaredPrices: Readonly<Record<string, string>>;
  /** US dollars; undefined where none is declared. */
  readonly budget: number | undefined;
  /** The first month, from 1, that costs more than it; undefined if none does. */
  readonly overBudgetIn: number | undefined;
  readonly savings: readonly Saving[];
}

/** Does what `resilience cost` promises. */
export async function cost({ env, json = false }: CostFlags): Promise<ExitCode> {
  const names = declaredEnvironments(env);
  const policy = await loadPolicy();
  const progress = new Progress(process.stderr);
  const priced: Priced[] = [];
  for (const name of names) {
    progress.show(`pricing ${name}`);
    const loaded = await loadEnvironment(repositoryRoot, name);
    if (!loaded.ok) return refuse(loaded.problems.map(formatProblem).join('\n\n'));
    const regions = unpricedRegions(loaded.value);
    if (regions.length > 0) return refuse(unpriced(name, regions));
    priced.push(priceOne(loaded.value, policy));
  }
  progress.clear();
  process.stdout.write(
    json
      ? `${JSON.stringify({ pricedOn, environments: priced }, null, 2)}\n`
      : `${priced.map((one) => formatBill(one, terminalWidth())).join('\n\n')}\n\n${wrapLine(conditions, terminalWidth())}\n`,
  );
  return priced.some(({ overBudgetIn }) => overBudgetIn !== undefined)
    ? exitCode.findings
    : exitCode.fine;
}

const conditions = `Prices of ${pricedOn}, before tax and discounts; restores and drills not included.`;

const unpriced = (name: string, regions: readonly string[]): string =>
  `no prices of ${regions.join(', ')} are known: declare them in environments/${name}/config.ts, as prices: { '${regions[0]}': { lookedUpOn: '${today()}', … } } (docs/guides/declaring-an-environment.md)`;

/** Of the regions that the environment is in. */
const declaredPrices = ({ aws, prices = {} }: Environment): Priced['declaredPrices'] =>
  Object.fromEntries(
    Object.entries(prices)
      .filter(([region]) => [aws.region, aws.drRegion].includes(region))
      .map(([region, { lookedUpOn }]) => [region, lookedUpOn]),
  );

function priceOne(environment: Environment, policy: OrganisationPolicy): Priced {
  const bill = price(environment);
  return {
    environment: environment.name,
    declaredPrices: declaredPrices(environment),
    bill,
    ...overBudget(environment, bill),
    savings: permitted(savings(environment), policy, today()),
  };
}

function refuse(message: string): ExitCode {
  process.stderr.write(`resilience: ${message}\n`);
  return exitCode.unusable;
}

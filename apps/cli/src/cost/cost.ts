import type { Environment } from '@resilience/config/environment';
import { price, unpricedRegions } from '@resilience/cost/price';
import { pricedOn } from '@resilience/cost/price-list';
import { savings } from '@resilience/cost/savings';
import type { OrganisationPolicy } from '@resilience/policy/organisation-policy';
import { overBudget } from '@resilience/cost/over-budget';

import type { Answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import { openEnvironments } from '../in-environment.ts';
import { loadPolicy } from '../load-policy.ts';
import { Progress } from '../progress.ts';
import { refuse } from '../refusal.ts';
import { terminalWidth } from '../terminal-width.ts';
import { today } from '../today.ts';
import { formatBill } from './format-bill.ts';
import { inCents } from './in-cents.ts';
import { permitted } from './permitted.ts';
import type { CostFlags } from './cost-flags.ts';
import type { Costs, Priced } from './priced.ts';

/** Does what `resilience cost` promises. */
export async function cost({ env, format }: CostFlags): Promise<Answer<Costs>> {
  const environments = await openEnvironments(env);
  if (format === 'svg' && environments.length !== 1) {
    refuse('--format svg draws one environment: name it with --env');
  }
  const policy = await loadPolicy();
  const progress = new Progress(process.stderr);
  const priced: Priced[] = [];
  for (const environment of environments) {
    progress.show(`pricing ${environment.name}`);
    priced.push(priceOne(environment, policy));
  }
  progress.clear();
  const isOver = priced.some(({ overBudgetIn }) => overBudgetIn !== undefined);
  return {
    code: isOver ? exitCode.findings : exitCode.fine,
    result: { pricedOn, environments: priced.map(inCents) },
    text: await textOf(format, priced),
  };
}

/** The picture is loaded where one is asked for. */
async function textOf(
  format: CostFlags['format'],
  priced: readonly Priced[],
): Promise<() => string> {
  if (format !== 'svg') {
    return () =>
      [...priced.map((one) => formatBill(one, terminalWidth())), conditions].join('\n\n');
  }
  const { costPicture } = await import('@resilience/documents/pictures/cost-picture');
  return () => priced.map(costPicture).join('');
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
  const regions = unpricedRegions(environment);
  if (regions.length > 0) refuse(unpriced(environment.name, regions));
  const bill = price(environment);
  return {
    environment: environment.name,
    declaredPrices: declaredPrices(environment),
    bill,
    ...overBudget(environment, bill),
    savings: permitted(savings(environment), policy, today()),
  };
}

import { type Environment, ownsBucket } from '@resilience/config/environment';
import { type Bill, price, unpricedRegions } from '@resilience/cost/price';

/** Of what is stored, where something is and the prices are known. */
export const billOf = (environment: Environment): Bill | undefined =>
  ownsBucket(environment) && unpricedRegions(environment).length === 0
    ? price(environment)
    : undefined;

import { BudgetsBudget } from '@cdktf/provider-aws/lib/budgets-budget/index.js';
import type { BucketEnvironment } from '@resilience/config/environment';
import { environmentTag } from '@resilience/config/names';
import { Construct } from 'constructs';

import { explain } from '../explain.ts';
import type { AlarmTopic } from './alarm-topic.ts';

/** Warns before backups cost more than was declared, by the tag that everything here carries. */
export class BackupBudget extends Construct {
  constructor(
    scope: Construct,
    id: string,
    topic: AlarmTopic,
    { name, organisation, storage }: BucketEnvironment,
  ) {
    super(scope, id);
    const notify = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notificationType,
      threshold,
      thresholdType: 'PERCENTAGE',
      comparisonOperator: 'GREATER_THAN',
      subscriberSnsTopicArns: [topic.arn],
    });
    explain(
      new BudgetsBudget(this, 'monthly', {
        name: `${organisation}-${name}-resilience`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        limitAmount: String(storage.monthlyBudget.usd),
        limitUnit: 'USD',
        costFilter: [{ name: 'TagKeyValue', values: [`user:${environmentTag}$${name}`] }],
        notification: [notify('ACTUAL', 80), notify('ACTUAL', 100), notify('FORECASTED', 100)],
      }),
      'Warns before backups cost more than was declared.',
    );
  }
}

import { alert } from '../alert.ts';
import { measuredServices } from '../measured-services.ts';

/** A drill restored data that was older than a service's objective allows. */
export const DataLossOverObjective = alert({
  name: 'DataLossOverObjective',
  severity: 'warning',
  component: 'drill',
  // A drill that measures nothing is overdue.
  needs: [],
  isOfServices: true,
  conditions: (environment) =>
    measuredServices(environment).map(([service, { owner }]) => ({
      expr: `max by (drill, service, scenario) (resilience:drill_data_loss_seconds{service="${service}"})
> on (service, scenario) group_left () resilience:service_declared_rpo_seconds{service="${service}"}`,
      labels: { service, owner },
      summary: `${service} lost more than its objective in the drill {{ $labels.drill }}`,
      description: `What the drill {{ $labels.drill }} restored of ${service} after a {{ $labels.scenario }} was {{ $value | humanizeDuration }} old: older than its recovery point objective.`,
    })),
});

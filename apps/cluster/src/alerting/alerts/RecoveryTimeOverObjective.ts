import { alert } from '../alert.ts';
import { measuredServices } from '../measured-services.ts';

/** A drill took longer to bring a service back than its objective allows. */
export const RecoveryTimeOverObjective = alert({
  name: 'RecoveryTimeOverObjective',
  severity: 'warning',
  component: 'drill',
  // A drill that measures nothing is overdue.
  needs: [],
  isOfServices: true,
  conditions: (environment) =>
    measuredServices(environment).map(([service, { owner }]) => ({
      expr: `max by (drill, service, scenario) (resilience:drill_recovery_time_seconds{service="${service}"})
> on (service, scenario) group_left () resilience:service_rto_seconds{service="${service}"}`,
      labels: { service, owner },
      summary: `${service} came back later than its objective in the drill {{ $labels.drill }}`,
      description: `The drill {{ $labels.drill }} took {{ $value | humanizeDuration }} to bring ${service} back after a {{ $labels.scenario }}: longer than its recovery time objective.`,
    })),
});

/** Whose environments are judged: those of the fixture's organisation, or those of this repository. */
export type Whose = 'fixture' | 'own';

/** What judges environments by real programs. */
export interface Suite {
  /** From this folder. */
  readonly program: string;
  /** Whose environments it judges where nobody says. */
  readonly judges: readonly Whose[];
  /** It needs what only the fixture declares, such as services that it knows how to damage. */
  readonly fixtureOnly?: true;
}

const both = ['fixture', 'own'] as const;
const fixture = ['fixture'] as const;

/** By the name of the npm script. What is quick and true of any environment judges those of the user, too. */
export const suites: Readonly<Record<string, Suite>> = {
  e2e: { program: 'run.ts', judges: fixture, fixtureOnly: true },
  'e2e:scripts': { program: 'scripts/check-scripts.ts', judges: both },
  'e2e:workflows': { program: 'workflows/lint-workflows.ts', judges: both },
  'e2e:terraform': { program: 'validate-stacks.ts', judges: both },
  'e2e:api': { program: 'apiserver/verify-api.ts', judges: both },
  'e2e:metrics': { program: 'metrics/verify-metrics.ts', judges: fixture },
  'e2e:dashboards': { program: 'dashboards/verify-dashboards.ts', judges: fixture },
  'e2e:report': { program: 'report-site/verify-report.ts', judges: fixture, fixtureOnly: true },
  'e2e:alerts': { program: 'alerts/verify-alerts.ts', judges: fixture, fixtureOnly: true },
  'e2e:routing': { program: 'routing/verify-routing.ts', judges: fixture, fixtureOnly: true },
  'e2e:aws': { program: 'aws/verify-aws.ts', judges: fixture, fixtureOnly: true },
  'e2e:velero': { program: 'velero/verify-velero.ts', judges: fixture, fixtureOnly: true },
};

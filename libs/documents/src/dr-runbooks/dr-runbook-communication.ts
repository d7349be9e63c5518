import type { Scenario } from '@resilience/config/scenario';
import { markdownTable } from '@resilience/render/markdown-file';
import { disasterGuides } from '@resilience/workflows/disaster-guides';

/**
 * Where it is said, and what.
 *
 * @param channels of each environment: its name, the channels of critical alerts, and who is told without a cluster
 */
export function communication(
  scenario: Scenario,
  channels: readonly (readonly string[])[],
): string[] {
  const { said, title } = disasterGuides[scenario];
  return [
    'Communications writes, the incident commander releases. The next update is named in each one, and is kept.',
    markdownTable([
      ['Environment', 'Said in', 'And by mail, when the cluster is gone'],
      ...channels,
    ]),
    notice('First notice', [
      `${title}: since ‹time› UTC ${said}`,
      'Affected: ‹services, and what their users notice›.',
      'We expect to be back by ‹time›, ‹the time of the disaster and the RTO of the slowest›. Next update at ‹time›.',
    ]),
    notice('Update', [
      `${title}: ‹step› of the recovery is done, ‹step› is going on.`,
      'Back already: ‹services›. Still away: ‹services›. We ‹still expect› to be back by ‹time›.',
      'Next update at ‹time›.',
    ]),
    notice('All clear', [
      `${title}: all services are back since ‹time› UTC, and their owners have checked them.`,
      'What was written between ‹time of the backup› and ‹time of the disaster› UTC is lost; ‹what users have to do›.',
      'What led to it, and what we change, follows by ‹day›.',
    ]),
  ];
}

const notice = (title: string, lines: readonly string[]): string =>
  [`**${title}**`, lines.map((line) => `> ${line}`).join('\n>\n')].join('\n\n');

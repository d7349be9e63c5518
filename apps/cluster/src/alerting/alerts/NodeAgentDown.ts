import { minutes } from '@resilience/config/duration';

import { alert } from '../alert.ts';

/** A node that joins or an agent that is replaced takes minutes. */
const replaced = minutes(15);

/** On some node, or on all, files can neither be copied nor restored. */
export const NodeAgentDown = alert({
  name: 'NodeAgentDown',
  severity: 'critical',
  component: 'backup',
  needs: [],
  conditions: () => [
    {
      expr: 'count(up{job="node-agent"} == 0)\nor\ncount(absent(up{job="node-agent"}))',
      for: replaced,
      summary: 'The node-agent is down',
      description:
        'The node-agent does not answer on {{ $value }} nodes, or is nowhere at all: data of volumes there is neither copied nor restored.',
    },
  ],
});

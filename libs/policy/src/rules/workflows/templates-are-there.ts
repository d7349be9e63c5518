import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const templatesAreThere = rule({
  id: 'workflows/templates-are-there',
  severity: 'error',
  why: 'A hook that refers to a template which is not there fails every sync of its application.',
  source: 'https://argo-workflows.readthedocs.io/en/latest/workflow-templates/',
  declaredAt: 'changes.applications',
  appliesTo: kind('argoproj.io/Workflow'),
  shape: z.looseObject({
    spec: z.looseObject({ workflowTemplateRef: z.looseObject({ name: z.string() }) }),
  }),
  check: ({ spec: { workflowTemplateRef: reference } }, { rendered }) =>
    rendered.of('argoproj.io/WorkflowTemplate').some(({ name }) => name === reference.name)
      ? []
      : [
          violation('refers to a template that is not there', {
            at: ['spec', 'workflowTemplateRef'],
            expected: `a WorkflowTemplate ${reference.name}`,
            received: undefined,
          }),
        ],
});

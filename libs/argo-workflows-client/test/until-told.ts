import type { WorkflowEvent } from '../src/watch.ts';

/** @returns the first event of a watch that is such, whatever comes before it */
export async function untilTold(
  watch: AsyncGenerator<WorkflowEvent, never>,
  is: (event: WorkflowEvent) => boolean,
): Promise<WorkflowEvent> {
  for (;;) {
    const { value } = await watch.next();
    if (is(value)) return value;
  }
}

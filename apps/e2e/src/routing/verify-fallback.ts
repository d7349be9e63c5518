import type { Report } from '../report.ts';
import { waitUntil } from '../wait-until.ts';
import { expectThat } from './expect-that.ts';
import { pagesOf, postsOf, textOf } from './notices.ts';
import { outageOf } from './outage.ts';
import { type Live, patience } from './verify-live.ts';

/** Looks at what arrives while PagerDuty's Secret is missing: everything that others are sent. */
export async function verifyFallback(
  { environment: { name }, alertmanager, sink }: Live,
  report: Report,
): Promise<void> {
  await report.check(`${name}: without PagerDuty's Secret an outage is posted`, async () => {
    const { all, consequences } = outageOf(name);
    await alertmanager.fire(all);
    const post = await waitUntil('the outage is posted', patience, async () =>
      postsOf(sink, 'platform-chat')
        .map(textOf)
        .find((text) => text.includes('FIRING 5: ')),
    );
    for (const { labels } of consequences) {
      const runbook = `/${labels['alertname']}.md`;
      expectThat(!post.includes(runbook), `nothing of ${labels['alertname']}`, post);
    }
    expectThat(pagesOf(sink).length === 0, 'no page', pagesOf(sink));
  });
}

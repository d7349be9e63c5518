import type { Received, Sink } from './sink.ts';

/** An event of PagerDuty's, as far as it is looked at: https://developer.pagerduty.com/docs/events-api-v2 */
export interface Page {
  readonly event_action: 'trigger' | 'resolve';
  readonly routing_key: string;
  /** Events with the same key are one incident. */
  readonly dedup_key: string;
  readonly payload: {
    readonly summary: string;
    readonly severity: string;
    readonly custom_details: Readonly<Record<string, string>>;
  };
}

/** What Slack is posted. */
export interface Post {
  readonly channel: string;
  readonly attachments: readonly { readonly title: string; readonly text: string }[];
}

/** @returns whatever arrived there */
export const arrivedAt = ({ received }: Pick<Sink, 'received'>, at: string): Received[] =>
  received.filter((one) => one.at === at);

export const pagesOf = (sink: Pick<Sink, 'received'>): Page[] =>
  arrivedAt(sink, 'pagerduty').map(({ body }) => JSON.parse(body) as Page);

/** @param channel as it is declared */
export const postsOf = (sink: Pick<Sink, 'received'>, channel: string): Post[] =>
  arrivedAt(sink, `slack/${channel}`).map(({ body }) => JSON.parse(body) as Post);

/** Title and text of a post, one after the other. */
export const textOf = ({ attachments }: Post): string =>
  attachments.map(({ title, text }) => `${title}\n${text}`).join('\n');

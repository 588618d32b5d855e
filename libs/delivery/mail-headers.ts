import type { ProjectLines } from './lines';

/** How a mail is grouped and ended by the reader's mail program. */
export interface MailGrouping {
  headers: Record<string, string>;
  /** Name of the conversation: one a person and project, and one for what spans projects. */
  thread: string;
}

/** The page that asks whether to end mails. */
export function unsubscribePage(publicUrl: string, token: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/unsubscribe/${token}`;
}

/**
 * List headers (RFC 2919, 2369) and one-click unsubscribing (RFC 8058), which is for https alone: elsewhere the header
 * names the page that asks.
 */
export function groupingOf(
  projects: readonly Pick<ProjectLines, 'id'>[],
  personId: string,
  token: string,
  publicUrl: string,
): MailGrouping {
  const { hostname, origin, protocol } = new URL(publicUrl);
  const [only, ...more] = projects;
  const list = only && more.length === 0 ? only.id : 'digest';
  const oneClick = protocol === 'https:';
  const unsubscribe = oneClick ? `${origin}/api/unsubscribe/${token}` : unsubscribePage(publicUrl, token);
  return {
    headers: {
      'List-Id': `<${list}.${hostname}>`,
      'List-Unsubscribe': `<${unsubscribe}>`,
      ...(oneClick && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    thread: `${list} ${personId}`,
  };
}

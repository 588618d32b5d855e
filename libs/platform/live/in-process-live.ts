import { Live, type LiveListener, type News } from './live';

/** How long (ms) news are kept for whoever is just about to listen, and how many at most. */
const RECENT_MS = 5000;
const RECENT_MOST = 500;

/** News within this process. */
export class InProcessLive extends Live {
  private readonly listeners = new Set<LiveListener>();
  private recent: { at: number; news: News }[] = [];

  tell(news: News): void {
    const at = performance.now();
    this.recent = [...this.recent.filter((past) => at - past.at < RECENT_MS).slice(1 - RECENT_MOST), { at, news }];
    for (const listener of this.listeners) listener.heard(news);
  }

  listen(listener: LiveListener): () => void {
    this.listeners.add(listener);
    const now = performance.now();
    for (const { at, news } of this.recent) if (now - at < RECENT_MS) listener.heard(news);
    return () => void this.listeners.delete(listener);
  }

  hearing(others: boolean): void {
    for (const listener of this.listeners) listener.hearing?.(others);
  }
}

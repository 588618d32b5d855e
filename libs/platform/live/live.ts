/** What a change touched. Never what it says: whoever wants to know reads it, and is asked who they are. */
export interface Touched {
  /** As the activity names subjects: `work-item`, `check`, `member` … */
  kind: string;
  id: string;
}

/** Something of a project has changed (nothing named: a great deal), or there is something new in somebody's inbox. */
export type News = { projectId: string; things: readonly Touched[] } | { personId: string };

export interface LiveListener {
  heard(news: News): void;
  /** False while the news of other processes don't get here, true when they do (again): some may have been missed. */
  hearing?(others: boolean): void;
}

/** Passes on what has been committed to whoever listens, in every process. News may be lost; the rows are the truth. */
export abstract class Live {
  /** Never waits and never fails. Call it when the transaction has been committed: see afterCommit(). */
  abstract tell(news: News): void;

  /**
   * Hears news from now on, and first those of the last seconds: a page reads its data shortly before it begins to
   * listen. Answers how to stop.
   */
  abstract listen(listener: LiveListener): () => void;
}

import type { WorkItem } from '../../apps/api/projects/work.dto';
import { aStart } from './builders';
import type { Answer, Client } from './client';
import { type Fate, Ledger } from './ledger';
import type { RemoteProject } from './process-office';
import { until } from './until';

/** How long (ms) a database may still take to finish what a killed process had asked of it. */
const SETTLING_MS = 300;

/** Somebody who works without pause, whatever happens to the server, and keeps a ledger of what was answered. */
export class BusyClient {
  readonly ledger: Ledger;
  /** Answers that are neither 2xx nor 503: none is right. */
  readonly surprises: string[] = [];
  private going = true;
  private count = 0;
  private ticked = false;
  private submitted = false;

  constructor(
    private readonly client: Client,
    private readonly project: RemoteProject,
    private readonly name: string,
    item: WorkItem,
  ) {
    this.ledger = new Ledger(item.id, item.checkList[0]!.id, item.deliverableList[0]!.id);
  }

  stop(): void {
    this.going = false;
  }

  async work(): Promise<void> {
    while (this.going) {
      this.count += 1;
      const label = `${this.name}/${this.count}`;
      const fate = await this.oneOf(label);
      if (fate === 'unanswered' && this.going) await this.lookAgain();
    }
  }

  private oneOf(label: string): Promise<Fate | null> {
    const dice = this.count % 20;
    if (dice === 7) return this.start(label);
    if (dice % 5 === 0) return this.add(label);
    if (dice % 5 === 1) return this.handIn(label);
    return dice % 2 === 0 ? this.tick() : this.edit(label);
  }

  private async edit(title: string): Promise<Fate | null> {
    const path = `/api/work-items/${this.ledger.itemId}`;
    const seen = await this.heard(() => this.client.get<WorkItem>(path));
    if (seen.answer === null) return seen.fate;
    const match = { 'if-match': `"${seen.answer.body.version}"` };
    const { fate } = await this.heard(() => this.client.patch(path, { title }, match));
    if (fate) this.ledger.edits.push({ title, fate });
    return fate;
  }

  private async tick(): Promise<Fate | null> {
    const what = this.ticked ? 'untick' : 'tick';
    const { fate } = await this.heard(() => this.client.post(`/api/checks/${this.ledger.checkId}/${what}`));
    if (fate) this.ledger.ticks.push({ fate });
    if (fate === 'answered') this.ticked = !this.ticked;
    return fate;
  }

  private async handIn(note: string): Promise<Fate | null> {
    const path = `/api/deliverables/${this.ledger.deliverableId}`;
    if (this.submitted) {
      const { fate } = await this.heard(() => this.client.post(`${path}/withdraw`));
      if (fate === 'answered') this.submitted = false;
      if (fate !== 'answered') return fate;
    }
    const { fate } = await this.heard(() => this.client.post(`${path}/submit`, { note }));
    if (fate) this.ledger.notes.push({ note, fate });
    if (fate === 'answered') this.submitted = true;
    return fate;
  }

  private async add(title: string): Promise<Fate | null> {
    const body = { title, stage: 'before', teamId: this.project.teamId, checks: ['一'] };
    const { fate } = await this.heard(() => this.client.post(`/api/projects/${this.project.id}/work-items`, body));
    if (fate) this.ledger.items.push({ title, fate });
    return fate;
  }

  private async start(name: string): Promise<Fate | null> {
    const { fate } = await this.heard(() => this.client.post('/api/projects', aStart({ name, template: 'event' })));
    if (fate) this.ledger.starts.push({ name, fate });
    return fate;
  }

  /** What became of a request; no fate at all for an answer that is wrong. */
  private async heard<T>(
    ask: () => Promise<Answer<T>>,
  ): Promise<{ fate: Fate; answer: Answer<T> | null } | { fate: null; answer: null }> {
    const answer = await ask().catch(() => null);
    if (answer && answer.status < 300) return { fate: 'answered', answer };
    if (answer === null || answer.status === 503) return { fate: 'unanswered', answer: null };
    this.surprises.push(`${answer.status} ${JSON.stringify(answer.body)}`);
    return { fate: null, answer: null };
  }

  /** Waits until the server is back, and learns what became of what it left unanswered. */
  private async lookAgain(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
    const path = `/api/work-items/${this.ledger.itemId}`;
    const item = await until(
      async () => {
        if (!this.going) return 'stopped' as const;
        const { answer } = await this.heard(() => this.client.get<WorkItem>(path));
        return answer?.body ?? null;
      },
      'the server to be back',
      600_000,
    );
    if (item === 'stopped' || item === null) return;
    this.ticked = item.checkList.find(({ id }) => id === this.ledger.checkId)?.state !== 'open';
    this.submitted = item.deliverableList.find(({ id }) => id === this.ledger.deliverableId)?.status === 'submitted';
  }
}

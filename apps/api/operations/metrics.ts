import { type OperationsFigures, OperationsQueries } from '@convener/delivery';
import { Clock } from '@convener/kernel';
import { QueueHealth, type QueueState } from '@convener/platform';
import { Injectable } from '@nestjs/common';

/** The operations page for a Prometheus. */
@Injectable()
export class Metrics {
  constructor(
    private readonly queries: OperationsQueries,
    private readonly queue: QueueHealth,
    private readonly clock: Clock,
  ) {}

  async text(): Promise<string> {
    const [figures, queue] = await Promise.all([this.queries.figures(), this.queue.state()]);
    return metricsText(figures, queue, this.clock.now());
  }
}

type Sample = [labels: string, value: number];

/** In Prometheus' text format 0.0.4. Figures that are not known (no sweep yet, Redis away) are left out. */
export function metricsText(figures: OperationsFigures, queue: QueueState, now: number): string {
  const { dueReminders, oldestDueAt, lastSweepAt } = figures;
  const seconds = (since: number) => Math.max(0, (now - since) / 1000);
  const states: Sample[] = [
    ['{state="waiting"}', figures.waitingMails],
    ['{state="held"}', figures.heldMails],
    ['{state="retried"}', figures.retriedMails],
    ['{state="dead"}', figures.deadMails],
  ];
  return [
    gauge('convener_reminders_due', 'Reminders that are due and unclaimed.', [['', dueReminders]]),
    gauge('convener_reminders_oldest_due_age_seconds', 'For how long the oldest of them has been due.', [
      ['', oldestDueAt === null ? 0 : seconds(oldestDueAt)],
    ]),
    gauge('convener_mails', 'Mails that are not sent; held is a part of waiting.', states),
    gauge('convener_mails_sent_last_day', 'Mails sent within 24 hours.', [['', figures.sentMails]]),
    gauge('convener_last_sweep_age_seconds', 'Since somebody looked at the plan, to the minute.', [
      ...(lastSweepAt === null ? [] : [['', seconds(lastSweepAt)] as Sample]),
    ]),
    gauge('convener_queue_reachable', 'Whether jobs can be handed over.', [['', queue.reachable ? 1 : 0]]),
    gauge('convener_queue_jobs_waiting', 'Jobs that have not begun.', [
      ...(queue.waiting === null ? [] : [['', queue.waiting] as Sample]),
    ]),
    gauge('convener_queue_warnings', 'Settings of Redis that endanger jobs.', [['', queue.warnings.length]]),
  ].join('');
}

function gauge(name: string, help: string, samples: readonly Sample[]): string {
  if (samples.length === 0) return '';
  const lines = samples.map(([labels, value]) => `${name}${labels} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('')}`;
}

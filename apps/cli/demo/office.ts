import type { SignedIn } from '@convener/access';
import { CallerError } from '@convener/kernel';
import {
  AssignmentsService,
  ChecksService,
  DeliverablesService,
  type DeliverableView,
  type WorkItemRow,
  WorkItemsQueries,
  WorkItemsService,
  type WorkItemView,
} from '@convener/projects';
import type { INestApplicationContext } from '@nestjs/common';
import type { Cast, Role } from './cast';
import { chance, pick } from './chance';
import { CREWS } from './conference';
import { EVIDENCE_NOTES } from './words';

const PAGE = 500;

/** How the cast works: who does what, through the same services as everybody. */
export class Office {
  /** Sub-team id → its key, so that the story can speak of sub-teams by name. */
  constructor(
    readonly app: INestApplicationContext,
    readonly projectId: string,
    readonly cast: Cast,
    private readonly teamKeys: ReadonlyMap<string, string>,
  ) {}

  /** All work items as they now are, with their deliverables and checks. */
  async items(): Promise<WorkItemView[]> {
    const queries = this.app.get(WorkItemsQueries);
    const { items } = await queries.page(this.cast.manager, this.projectId, {}, { after: null, limit: PAGE });
    const views: WorkItemView[] = [];
    for (const { id } of items) views.push(await queries.one(this.cast.manager, id));
    return views;
  }

  teamOf({ team }: Pick<WorkItemRow, 'team'>): string | null {
    return (team && this.teamKeys.get(team.id)) ?? null;
  }

  leadOf(item: Pick<WorkItemRow, 'team'>): SignedIn {
    return this.cast[this.crew(item).lead];
  }

  /** The one of the sub-team whose work it is. */
  workerOf(item: WorkItemView): SignedIn {
    return this.cast[pick(this.crew(item).members, nameOf(item))];
  }

  /** Who accepts it: the plan's role, but nobody what they have prepared themselves. */
  accepterOf(item: WorkItemView, { accepter }: DeliverableView): SignedIn {
    if (accepter === 'client') return this.cast.client;
    return accepter === 'lead' ? this.leadOf(item) : this.cast.manager;
  }

  async assign(by: SignedIn, workItemIds: readonly string[], to: SignedIn): Promise<void> {
    await this.app.get(AssignmentsService).assign(by, this.projectId, { workItemIds }, { assigneeId: to.personId });
  }

  claim(item: WorkItemView): Promise<void> {
    return ifStillPossible(() => this.app.get(WorkItemsService).claim(this.workerOf(item), item.id));
  }

  submit(item: WorkItemView, { id, evidence, title }: DeliverableView): Promise<void> {
    const gives = evidence === 'required' || (evidence === 'optional' && chance(title) < 0.5);
    const given = gives
      ? { note: pick(EVIDENCE_NOTES, title), link: `https://files.demo.example/${id.slice(-8)}` }
      : {};
    return ifStillPossible(() => this.app.get(DeliverablesService).submit(this.workerOf(item), id, given));
  }

  accept(item: WorkItemView, deliverable: DeliverableView): Promise<void> {
    const by = this.accepterOf(item, deliverable);
    return ifStillPossible(() => this.app.get(DeliverablesService).accept(by, deliverable.id));
  }

  giveBack(item: WorkItemView, deliverable: DeliverableView, reason: string): Promise<void> {
    const by = this.accepterOf(item, deliverable);
    return ifStillPossible(() => this.app.get(DeliverablesService).return(by, deliverable.id, reason));
  }

  tick(item: WorkItemView, checkId: string): Promise<void> {
    return ifStillPossible(() => this.app.get(ChecksService).decide(this.workerOf(item), checkId, 'tick'));
  }

  private crew(item: Pick<WorkItemRow, 'team'>): { lead: Role; members: readonly Role[] } {
    return CREWS[this.teamOf(item) ?? 'project-office'] ?? CREWS['project-office']!;
  }
}

/** What a row is called in the story; ids differ from one demo to the next. */
export function nameOf({ standard, code, title }: Pick<WorkItemRow, 'standard' | 'code' | 'title'>): string {
  return `${standard ?? 'own'}/${code ?? title}`;
}

/** Somebody may have waived, returned or finished it meanwhile: then there is nothing left to do. */
export async function ifStillPossible(action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof CallerError && error.status === 409)) throw error;
  }
}

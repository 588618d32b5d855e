import type { SignedIn } from '@convener/access';
import { AssignmentsService } from '@convener/bulk-changes';
import { CallerError, Clock } from '@convener/kernel';
import {
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
import { pick } from './chance';
import { CREWS } from './conference';
import { handIn, signContract } from './hand-in';
import { BEFORE_CONVENER, type Party } from './words';

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

  /** Id of the sub-team of that key. */
  teamNamed(key: string): string | null {
    return [...this.teamKeys].find(([, own]) => own === key)?.[0] ?? null;
  }

  leadOf(item: Pick<WorkItemRow, 'team'>): SignedIn {
    return this.cast[this.crew(item).lead];
  }

  /** The one of the sub-team whose work it is. */
  workerOf(item: WorkItemView): SignedIn {
    return this.cast[pick(this.crew(item).members, nameOf(item))];
  }

  /** Who accepts it: the plan's role, but nobody what they have prepared themselves. */
  accepterOf(item: WorkItemView, { accepter, submittedBy }: DeliverableView): SignedIn {
    if (accepter === 'client') return this.cast.client;
    const lead = this.leadOf(item);
    return accepter === 'lead' && submittedBy?.id !== lead.personId ? lead : this.cast.manager;
  }

  async assign(by: SignedIn, workItemIds: readonly string[], to: SignedIn): Promise<void> {
    await this.app.get(AssignmentsService).assign(by, this.projectId, { workItemIds }, { assigneeId: to.personId });
  }

  claim(item: WorkItemView): Promise<void> {
    return ifStillPossible(() => this.app.get(WorkItemsService).claim(this.workerOf(item), item.id));
  }

  async submit(item: WorkItemView, before: DeliverableView): Promise<void> {
    const { app, projectId } = this;
    const row = await this.asItIs(item, before);
    const who = { by: this.workerOf(item), lead: this.leadOf(item) };
    await ifStillPossible(() => handIn({ app, projectId, ...who, item, row, at: app.get(Clock).now() }));
  }

  async accept(item: WorkItemView, before: DeliverableView): Promise<void> {
    const row = await this.asItIs(item, before);
    await ifStillPossible(() => this.app.get(DeliverablesService).accept(this.accepterOf(item, row), row.id));
  }

  private async asItIs(item: WorkItemView, { id }: DeliverableView): Promise<DeliverableView> {
    const { deliverableList } = await this.app.get(WorkItemsQueries).one(this.cast.manager, item.id);
    return deliverableList.find((one) => one.id === id)!;
  }

  giveBack(item: WorkItemView, deliverable: DeliverableView, reason: string): Promise<void> {
    const by = this.accepterOf(item, deliverable);
    return ifStillPossible(() => this.app.get(DeliverablesService).return(by, deliverable.id, reason));
  }

  tick(item: WorkItemView, checkId: string): Promise<void> {
    return ifStillPossible(() => this.app.get(ChecksService).decide(this.workerOf(item), checkId, 'tick'));
  }

  /** What was won, signed and written before Convener came into the house is only noted. */
  async enterWhatWasBefore(party: Party): Promise<void> {
    const { app, cast } = this;
    const by = cast.manager;
    const rows = (await this.items()).flatMap(({ deliverableList }) => deliverableList);
    for (const row of rows.filter(({ status }) => status === 'accepted')) {
      if (row.kind === 'contract') await signContract({ app, by, row, at: app.get(Clock).now() }, party);
      const link = `https://files.demo.example/${row.id.slice(-8)}`;
      await app.get(DeliverablesService).addMoreEvidence(by, row.id, { note: BEFORE_CONVENER, link });
    }
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

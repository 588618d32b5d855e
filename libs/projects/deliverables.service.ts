import { Injectable } from '@nestjs/common';
import { type Actor, allow, type SignedIn } from '@convener/access';
import { ActivityLog, difference } from '@convener/activity';
import { type Bilingual, Clock, conflict, dayAt, forbidden, newId, requireVersion } from '@convener/kernel';
import { Database } from '@convener/platform';
import { RemindersPlan } from '@convener/reminders';
import { ownerOf, Standings } from '@convener/teams';
import type { EntityManager } from 'typeorm';
import { AnchorBooks } from './anchor-book';
import { openChecks } from './completion';
import { requireDays } from './dates';
import { isSoleManager, mayUnaccept, mayWithdraw, requireMove } from './deliverable-moves';
import { Deliverable } from './deliverable.entity';
import { Evidence } from './evidence.entity';
import { KindRules } from './kind-rules';
import { ProjectReminders } from './project-reminders';
import { changeRow, wrongField } from './rows';
import { type RuleEdit, ruledOrByHand, toldOf } from './rule-days';
import { type ItemScope, WorkScope } from './scope';
import { Settling } from './settling';
import { noteProgress } from './standstill';

export interface GivenEvidence {
  note?: string;
  link?: string;
}

/** What can be changed of a deliverable. Undefined leaves a field alone, null clears it. */
export type DeliverableEdit = RuleEdit &
  Partial<Pick<Deliverable, 'title' | 'titleEn' | 'evidence' | 'kind' | 'accepter'>>;

type DeliverableScope = ItemScope & { deliverable: Deliverable };

/** Hands in, accepts, returns and waives deliverables. Doing the same twice changes nothing. */
@Injectable()
export class DeliverablesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly settling: Settling,
    private readonly standings: Standings,
    private readonly activity: ActivityLog,
    private readonly reminders: ProjectReminders,
    private readonly plan: RemindersPlan,
    private readonly books: AnchorBooks,
    private readonly kinds: KindRules,
  ) {}

  /**
   * One tap where the plan asks neither evidence nor acceptance. Throws 409 where evidence is asked for and none is there,
   * or where something of its kind is missing, such as a signature.
   */
  submit(person: SignedIn, id: string, evidence: GivenEvidence, seen: number | null = null): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scope.deliverable(em, id, person, 'change');
      const { deliverable, item, actor } = scope;
      allow(actor, 'deliverable.submit', item);
      requireVersion(deliverable, seen);
      if (deliverable.status === 'submitted' || deliverable.status === 'delivered') return;
      requireMove(scope, 'submit');
      await this.addEvidence(em, deliverable, actor, evidence);
      await this.requireEvidence(em, deliverable);
      const missing = await this.kinds.missing(em, deliverable);
      if (missing) throw conflict('not-complete', missing);
      const now = this.clock.now();
      const by = { submittedBy: actor.personId, submittedAt: now, reason: null };
      const delivered = deliverable.accepter === null;
      await this.change(em, scope, 'submitted', {
        ...by,
        status: delivered ? 'delivered' : 'submitted',
        ...(delivered && { settledBy: actor.personId, settledAt: now }),
      });
    });
  }

  /** Takes one's own submit back: until it is accepted, or within ten minutes where nobody accepts. */
  withdraw(person: SignedIn, id: string): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scope.deliverable(em, id, person, 'change');
      const { deliverable, item, actor } = scope;
      allow(actor, 'deliverable.submit', item);
      if (deliverable.status === 'open') return;
      if (!mayWithdraw(deliverable, actor, this.clock.now())) throw reopenInstead();
      await this.change(em, scope, 'withdrawn', { status: 'open', ...UNSETTLED });
    });
  }

  /** Answers the open checks of the work item as a warning; they don't stop the acceptance. */
  accept(person: SignedIn, id: string, seen: number | null = null): Promise<{ warnings: Bilingual[] }> {
    return this.database.write(async (em) => {
      const scope = await this.scope.deliverable(em, id, person, 'change');
      const { deliverable, item, actor, project } = scope;
      allow(actor, 'deliverable.accept', { teamId: item.teamId, accepter: deliverable.accepter });
      const warnings = openChecks(scope.checks);
      if (deliverable.status === 'accepted') return { warnings };
      requireMove(scope, 'accept');
      requireVersion(deliverable, seen);
      const own = deliverable.submittedBy === actor.personId;
      if (own && !isSoleManager(actor, await this.standings.crew(em, project.id))) throw notOwn();
      const settled = { settledBy: actor.personId, settledAt: this.clock.now(), selfAccepted: own };
      await this.change(em, scope, 'accepted', { status: 'accepted', reason: null, ...settled });
      return { warnings };
    });
  }

  /** Takes one's own acceptance back within ten minutes; later its manager reopens it with a reason. */
  unaccept(person: SignedIn, id: string): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scope.deliverable(em, id, person, 'change');
      const { deliverable, item, actor } = scope;
      allow(actor, 'deliverable.accept', { teamId: item.teamId, accepter: deliverable.accepter });
      if (deliverable.status === 'submitted') return;
      requireMove(scope, 'unaccept');
      if (!mayUnaccept(deliverable, actor, this.clock.now())) throw reopenInstead();
      await this.change(em, scope, 'unaccepted', {
        status: 'submitted',
        ...{ settledBy: null, settledAt: null, selfAccepted: false },
      });
    });
  }

  /** Gives it back to its preparer with a reason, and tells whoever handed it in. */
  return(person: SignedIn, id: string, reason: string, seen: number | null = null): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scope.deliverable(em, id, person, 'change');
      const { deliverable, item, actor } = scope;
      allow(actor, 'deliverable.accept', { teamId: item.teamId, accepter: deliverable.accepter });
      requireMove(scope, 'return');
      requireVersion(deliverable, seen);
      await this.change(em, scope, 'returned', { status: 'returned', reason });
      await this.tellReturned(em, scope, reason);
    });
  }

  waive(person: SignedIn, id: string, reason: string): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scope.deliverable(em, id, person, 'change');
      allow(scope.actor, 'deliverable.waive', scope.item);
      if (scope.deliverable.status === 'waived') return;
      requireMove(scope, 'waive');
      await this.change(em, scope, 'waived', {
        status: 'waived',
        reason,
        settledBy: scope.actor.personId,
        settledAt: this.clock.now(),
      });
    });
  }

  reopen(person: SignedIn, id: string, reason: string): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scope.deliverable(em, id, person, 'change');
      allow(scope.actor, 'deliverable.reopen', scope.item);
      if (scope.deliverable.status === 'open') return;
      requireMove(scope, 'reopen');
      await this.change(em, scope, 'reopened', { status: 'open', ...UNSETTLED, reason });
    });
  }

  /** Evidence can be added as long as the project runs; notes and links stay. */
  addMoreEvidence(person: SignedIn, id: string, evidence: GivenEvidence): Promise<void> {
    return this.database.write(async (em) => {
      const { deliverable, item, actor, project } = await this.scope.deliverable(em, id, person, 'change');
      allow(actor, 'deliverable.submit', item);
      if (!evidence.note && !evidence.link) throw wrongField('/note', NOTE_OR_LINK);
      await this.addEvidence(em, deliverable, actor, evidence);
      await this.activity.record(em, {
        projectId: project.id,
        actorId: actor.personId,
        action: 'deliverable.evidence',
        subject: subjectOf(deliverable),
        after: { ...evidence },
      });
      const moved = await noteProgress(em, item, project.zone, this.clock.now());
      if (moved) await this.reminders.replan(em, project, [item.id]);
    });
  }

  /** Changes what the plan said of it. `seen` is the version that the caller last saw, or null. */
  edit(person: SignedIn, id: string, edit: DeliverableEdit, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const { deliverable, item, actor, project } = await this.scope.deliverable(em, id, person, 'change');
      allow(actor, 'work-item.edit', item);
      requireVersion(deliverable, seen);
      const { startRule, dueRule, ...given } = edit;
      const ruled = await this.books.changes(em, project.id, deliverable, { ...given, startRule, dueRule });
      const changes = { ...given, ...ruled };
      requireDays({ ...deliverable, ...changes }, changes);
      const all = difference(deliverable, changes)?.after;
      if (!all) return;
      const changed = difference(deliverable, toldOf(changes));
      await changeRow(em, Deliverable, deliverable, ruledOrByHand(all, ruled));
      if (!changed) return;
      await this.activity.record(em, {
        projectId: project.id,
        actorId: actor.personId,
        action: 'deliverable.edited',
        subject: subjectOf(deliverable),
        ...changed,
      });
      await noteProgress(em, item, project.zone, this.clock.now());
      await this.reminders.replan(em, project, [item.id]);
    });
  }

  private async requireEvidence(em: EntityManager, deliverable: Deliverable): Promise<void> {
    if (deliverable.evidence !== 'required') return;
    if (await em.existsBy(Evidence, { deliverableId: deliverable.id })) return;
    if (!(await this.kinds.showsItself(em, deliverable))) throw needsEvidence();
  }

  /** Whoever handed it in, or whose work it is where they have left. Nobody is told of what they returned themselves. */
  private async tellReturned(em: EntityManager, scope: DeliverableScope, note: string): Promise<void> {
    const { deliverable, item, project, actor } = scope;
    const crew = await this.standings.crew(em, project.id);
    const { submittedBy, id } = deliverable;
    const personId = submittedBy !== null && crew.roles.has(submittedBy) ? submittedBy : ownerOf(crew, item);
    if (personId === null || personId === actor.personId) return;
    const dueDay = dayAt(this.clock.now(), project.zone);
    const about = { subjectType: 'deliverable' as const, subjectId: id, dueDay, recipient: null, note };
    await this.plan.remindNow(em, project.id, { ...about, personId }, 'returned');
  }

  private async addEvidence(
    em: EntityManager,
    deliverable: Deliverable,
    actor: Actor,
    { note, link }: GivenEvidence,
  ): Promise<void> {
    if (!note && !link) return;
    await em.insert(Evidence, {
      id: newId(),
      deliverableId: deliverable.id,
      note: note ?? null,
      link: link ?? null,
      addedBy: actor.personId,
      addedAt: this.clock.now(),
    });
  }

  private async change(
    em: EntityManager,
    scope: DeliverableScope,
    what: string,
    changes: Partial<Deliverable>,
  ): Promise<void> {
    const { deliverable, project, actor } = scope;
    const before = { status: deliverable.status };
    await changeRow(em, Deliverable, deliverable, { ...changes, statusSince: this.clock.now() });
    const { status, reason, selfAccepted } = deliverable;
    await this.activity.record(em, {
      projectId: project.id,
      actorId: actor.personId,
      action: `deliverable.${what}`,
      subject: subjectOf(deliverable),
      before,
      after: { status, ...(reason && { reason }), ...(selfAccepted && { selfAccepted }) },
    });
    await this.settling.follow(em, scope);
  }
}

export const UNSETTLED = {
  submittedBy: null,
  submittedAt: null,
  settledBy: null,
  settledAt: null,
  selfAccepted: false,
  reason: null,
  setAsideBy: null,
};

function subjectOf({ id, title }: Deliverable) {
  return { type: 'deliverable' as const, id, title };
}

const NOTE_OR_LINK = { zh: '請附上說明或連結。', en: 'Give a note or a link.' };
const needsEvidence = () =>
  conflict('evidence-missing', {
    zh: '這個交付項目需要佐證，請附上檔案、說明或連結。',
    en: 'This deliverable asks for evidence: add a file, a note or a link.',
  });
const notOwn = () =>
  forbidden({
    zh: '不能驗收自己交出的項目，請另一位驗收人處理。',
    en: "You can't accept what you submitted yourself. Ask another accepter.",
  });
const reopenInstead = () =>
  conflict('too-late-to-withdraw', {
    zh: '已不能自行收回，請專案經理重新開啟。',
    en: 'It is too late to take this back. The manager can reopen it.',
  });

import { Injectable } from '@nestjs/common';
import { type Actor, allow, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, conflict, requireVersion } from '@convener/kernel';
import { Database } from '@convener/platform';
import { Check } from './check.entity';
import { changeRow } from './rows';
import { type ItemScope, WorkScope } from './scope';
import { Settling, statusAfter } from './settling';
import { CHECK_MOVES, type CheckMove, UNDO_MS } from './transitions';

interface Decision {
  reason?: string | null;
  seen?: number | null;
}

/** Ticks checks. Ticking twice changes nothing. */
@Injectable()
export class ChecksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly settling: Settling,
    private readonly activity: ActivityLog,
  ) {}

  /** `reason` is needed for not applicable; `seen` is the version that its author decided upon, where they name it. */
  decide(person: SignedIn, id: string, move: CheckMove, { reason = null, seen = null }: Decision = {}): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scope.check(em, id, person, 'change');
      const { check, item, actor, project } = scope;
      allow(actor, 'check.decide', item);
      requireVersion(check, seen);
      const { to, from } = CHECK_MOVES[move];
      if (check.state === to) return;
      if (!from.includes(check.state))
        throw conflict(
          'not-from-here',
          { zh: '目前的狀態不能這樣改。', en: "This can't be done from its present state." },
          { state: check.state },
        );
      requireOpenOrUndo(scope, { ...check }, to, this.clock.now());
      const before = { state: check.state };
      const decided =
        to === 'open'
          ? { decidedBy: null, decidedAt: null }
          : { decidedBy: actor.personId, decidedAt: this.clock.now() };
      await changeRow(em, Check, check, { state: to, reason, setAsideBy: null, ...decided });
      await this.activity.record(em, {
        projectId: project.id,
        actorId: actor.personId,
        action: `check.${to}`,
        subject: { type: 'check', id: check.id, title: `${check.code ?? ''} ${check.text}`.trim() },
        before,
        after: { state: to, ...(reason && { reason }) },
      });
      await this.settling.followCheck(em, scope);
    });
  }
}

/**
 * A finished work item is reopened by its manager with a reason; but whoever made the last tick by a slip of the finger
 * takes it back at once. Changes that leave the item done, or complete it further, are always fine.
 */
function requireOpenOrUndo(scope: ItemScope, check: Check, to: Check['state'], now: number): void {
  const { item, checks, actor } = scope;
  if (item.status === 'not-applicable') throw finished();
  if (item.status !== 'done') return;
  const after = statusAfter({
    ...scope,
    checks: checks.map((row) => (row.id === check.id ? { ...row, state: to } : row)),
  });
  if (after !== 'done' && !isOwnSlip(check, actor, now)) throw finished();
}

function isOwnSlip({ decidedBy, decidedAt }: Check, actor: Actor, now: number): boolean {
  return decidedBy === actor.personId && decidedAt !== null && now - decidedAt <= UNDO_MS;
}

const finished = () =>
  conflict('item-not-open', {
    zh: '這個工作項目已結束，請專案經理先重新開啟。',
    en: 'This work item is finished. Its manager can reopen it.',
  });

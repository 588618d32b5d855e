import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, conflict, newId, notFound, requireVersion } from '@convener/kernel';
import { Database, insertAll, updateRow } from '@convener/platform';
import { wrongAnswers } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { CheckIn, Consent, Desk } from './check-in.entity';
import { type CheckInScope, CheckInScopes } from './check-in-scope';
import { deskCode } from './entries.rules';
import { fieldProblems, type Fields, proposedFields } from './fields.rules';

/** What can be said of a check-in. Undefined leaves it as it is. */
export interface CheckInEdit {
  fields?: Fields;
  receiptPrefix?: string;
  /** A new wording of what people are told about the use of their data. */
  consent?: { text: string; textEn: string | null };
  /** No desk writes anything any more, until it is opened again. */
  closed?: boolean;
}

export const MOST_DESKS = 100;

/** Opens the check-in of a list, says how it works, and gives devices their desk. */
@Injectable()
export class CheckInService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: CheckInScopes,
    private readonly activity: ActivityLog,
  ) {}

  /** Opening what is open changes nothing. */
  open(person: SignedIn, registerId: string): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scopes.hold(em, registerId, person, 'check-in.manage');
      if (scope.checkIn) return;
      const fields = proposedFields(scope.register.columns);
      requireFields(scope, fields);
      const opened = { openedBy: scope.actor.personId, openedAt: this.clock.now(), closedAt: null };
      await insertAll(em, CheckIn, [{ registerId, fields, receiptPrefix: '', lastSeq: 0, ...opened, version: 1 }]);
      await this.record(em, scope, 'opened', {});
    });
  }

  edit(person: SignedIn, registerId: string, edit: CheckInEdit, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scopes.hold(em, registerId, person, 'check-in.manage');
      const { checkIn } = scope;
      if (!checkIn) throw notFound();
      requireVersion(checkIn, seen);
      const { fields, receiptPrefix, consent, closed } = edit;
      if (fields) requireFields(scope, fields);
      const closedAt = closed === undefined ? undefined : closed ? (checkIn.closedAt ?? this.clock.now()) : null;
      const changes = { fields, receiptPrefix, closedAt, version: checkIn.version + 1 };
      await updateRow(em, CheckIn, changes, { registerId, version: checkIn.version });
      const version = consent && (await this.addConsent(em, scope, consent));
      await this.record(em, scope, 'edited', given({ fields, receiptPrefix, closed, consentVersion: version }));
    });
  }

  /** A device begins its work; it keeps the code for as long as it keeps its data. */
  openDesk(person: SignedIn, registerId: string, name: string): Promise<{ id: string; code: string }> {
    return this.database.write(async (em) => {
      const scope = await this.scopes.holdOpen(em, registerId, person);
      const count = await em.countBy(Desk, { registerId });
      if (count >= MOST_DESKS) throw tooManyDesks();
      const desk = { id: newId(), registerId, code: deskCode(count), name };
      await insertAll(em, Desk, [{ ...desk, openedBy: scope.actor.personId, openedAt: this.clock.now() }]);
      await this.record(em, scope, 'desk-opened', { desk: desk.code, name });
      return { id: desk.id, code: desk.code };
    });
  }

  private async addConsent(
    em: EntityManager,
    { register, actor }: CheckInScope,
    { text, textEn }: { text: string; textEn: string | null },
  ): Promise<number> {
    const version = (await em.countBy(Consent, { registerId: register.id })) + 1;
    const made = { madeBy: actor.personId, madeAt: this.clock.now() };
    await insertAll(em, Consent, [{ registerId: register.id, version, text, textEn, ...made }]);
    return version;
  }

  private record(
    em: EntityManager,
    { register, actor }: CheckInScope,
    what: 'opened' | 'edited' | 'desk-opened',
    after: Record<string, unknown>,
  ): Promise<void> {
    return this.activity.record(em, {
      ...{ projectId: register.projectId, actorId: actor.personId, action: `check-in.${what}` },
      subject: { type: 'check-in', id: register.id, title: register.name },
      after,
    });
  }
}

function requireFields({ register }: CheckInScope, fields: Fields): void {
  const problems = fieldProblems(register.columns, fields);
  if (problems.length > 0) throw wrongAnswers(problems);
}

/** Without what is undefined. */
function given<T extends object>(all: T): Partial<T> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<T>;
}

const tooManyDesks = () =>
  conflict('too-many-desks', {
    zh: `一份名單最多 ${MOST_DESKS} 個報到台。`,
    en: `A list has ${MOST_DESKS} desks at most.`,
  });

import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@convener/access';
import { CallerError, Clock, dayAt, isId } from '@convener/kernel';
import { afterCommit, Database, Live } from '@convener/platform';
import { wrongField } from '@convener/projects';
import { type GivenCells, RegisterRow, RegisterRowsService } from '@convener/registers';
import type { EntityManager } from 'typeorm';
import { Desk } from './check-in.entity';
import { CheckInScopes } from './check-in-scope';
import {
  type GivenEntry,
  isReceiptOf,
  isRefusal,
  judge,
  MOST_AMOUNT,
  type Outcome,
  type Refusal,
} from './entries.rules';
import { EntryBatch } from './entry-batch';
import { onSiteWord, withoutUnfitNumber } from './fields.rules';
import { afterVoid } from './voids.rules';

export interface TakenEntry {
  id: string;
  outcome: Outcome | 'refused';
  /** Of a refusal: why, and what to do. The desk keeps such an entry. */
  reason: Refusal | null;
  /** Of a double arrival: when (epoch ms) and at which desk the first was. */
  first: { at: number; deskId: string } | null;
}

export const MOST_ENTRIES = 100;

/**
 * Takes in what desks write down, each entry once, in the order in which they come. Those that can't be are answered with
 * the reason and not kept: the desk that has them can mend and send them again.
 */
@Injectable()
export class EntriesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly live: Live,
    private readonly scopes: CheckInScopes,
    private readonly rows: RegisterRowsService,
  ) {}

  take(person: SignedIn, registerId: string, deskId: string, given: readonly GivenEntry[]): Promise<TakenEntry[]> {
    return this.database.write(async (em) => {
      const scope = await this.scopes.holdOpen(em, registerId, person);
      const desk = isId(deskId) ? await em.findOneBy(Desk, { id: deskId, registerId }) : null;
      if (!desk) throw wrongField('/deskId', NO_DESK);
      const batch = await EntryBatch.read(em, scope, desk, this.clock.now(), given);
      const answers: TakenEntry[] = [];
      for (const entry of given) answers.push(await this.takeOne(batch, entry));
      const news = { projectId: scope.project.id, things: [{ kind: 'check-in', id: registerId }] };
      if (await batch.finish()) afterCommit(em, () => this.live.tell(news));
      return answers;
    });
  }

  private async takeOne(batch: EntryBatch, entry: GivenEntry): Promise<TakenEntry> {
    const before = batch.before(entry.id);
    if (before) return answered(batch, entry, before.outcome);
    const judged = judge(entry, batch.met(entry));
    if (isRefusal(judged)) return refused(entry, judged);
    const answer = answered(batch, entry, judged);
    try {
      if (entry.kind === 'payment') requireReceipt(batch, entry);
      if (judged === 'done') await this.carryOut(batch, entry);
    } catch (error) {
      if (!(error instanceof CallerError)) throw error;
      return refused(entry, asRefusal(error));
    }
    batch.note(entry, judged);
    return answer;
  }

  private async carryOut(batch: EntryBatch, entry: GivenEntry): Promise<void> {
    switch (entry.kind) {
      case 'walk-in':
        return this.welcome(batch, entry);
      case 'arrival':
        return batch.arrive(entry);
      case 'undo':
        return batch.leave(entry.rowId);
      case 'payment':
        return this.settle(batch, entry.rowId, { paid: true, receipt: entry.receipt });
      case 'void':
        await this.settle(batch, entry.rowId, this.left(batch, entry));
        return batch.void(entry.receipt!, entry.id);
    }
  }

  /** Somebody who had not registered: the list has them from now on, and they are there. */
  private async welcome(batch: EntryBatch, entry: GivenEntry): Promise<void> {
    const { scope, em, consents } = batch;
    const { checkIn, register, project } = scope;
    const { name, way, consentVersion, consentDay } = checkIn.fields;
    const version = entry.consentVersion;
    if (version === undefined ? consents.size > 0 : !consents.has(version)) throw wrongField('/consentVersion', UNTOLD);
    const agreed = version !== undefined;
    const cells: GivenCells = {
      ...withoutUnfitNumber(register.columns, checkIn.fields, entry.cells ?? {}),
      ...(way !== undefined && { [way]: onSiteWord(register.columns, checkIn.fields) }),
      ...(consentVersion !== undefined && agreed && { [consentVersion]: String(version) }),
      ...(consentDay !== undefined && agreed && { [consentDay]: dayAt(batch.at(entry), project.zone) }),
    };
    if (await isTaken(em, entry.rowId)) throw wrongField('/rowId', ROW_TAKEN);
    if (name !== undefined && String(cells[name] ?? '').trim() === '') throw wrongField(`/cells/${name}`, NAMELESS);
    batch.rows.set(entry.rowId, await this.rows.addTo(em, scope, { status: 'confirmed', cells }, entry.rowId));
    await batch.arrive(entry);
  }

  /** Says in the list whether somebody has paid, and by which receipt. */
  private async settle(
    { em, scope, rows }: EntryBatch,
    rowId: string,
    { paid, receipt }: { paid?: boolean; receipt?: string | null },
  ): Promise<void> {
    const { fields } = scope.checkIn;
    const cells: GivenCells = {};
    if (fields.paid !== undefined && paid !== undefined) cells[fields.paid] = paid;
    if (fields.receipt !== undefined && receipt !== undefined) cells[fields.receipt] = receipt;
    if (Object.keys(cells).length > 0) await this.rows.change(em, scope, rows.get(rowId)!, { cells });
  }

  private left(batch: EntryBatch, { rowId, receipt }: GivenEntry): ReturnType<typeof afterVoid> {
    const key = batch.scope.checkIn.fields.receipt;
    const said = key === undefined ? null : (batch.rows.get(rowId)!.cells[key] ?? null);
    return afterVoid(batch.paymentsOf(rowId), receipt!, said === null ? null : String(said));
  }
}

/** Ids are given by the desks, and one that another list has already can't be added again. */
function isTaken(em: EntityManager, rowId: string): Promise<boolean> {
  return em.existsBy(RegisterRow, { id: rowId });
}

function answered({ arrivals }: EntryBatch, { id, kind, rowId }: GivenEntry, outcome: Outcome): TakenEntry {
  const first = kind === 'arrival' && outcome === 'double' ? arrivals.get(rowId) : undefined;
  return { id, outcome, reason: null, first: first ? { at: first.at, deskId: first.deskId } : null };
}

function refused({ id }: GivenEntry, reason: Refusal): TakenEntry {
  return { id, outcome: 'refused', reason, first: null };
}

/** What the list itself refuses, in the words of its first problem. */
function asRefusal({ type, text, fields }: CallerError): Refusal {
  const { zh, en } = fields[0] ?? text;
  return { type, zh, en };
}

function requireReceipt({ desk }: EntryBatch, { receipt, amount }: GivenEntry): void {
  if (!isReceiptOf(receipt ?? '', desk.code)) throw wrongField('/receipt', FOREIGN);
  if (amount === undefined || amount <= 0 || amount > MOST_AMOUNT) throw wrongField('/amount', NO_AMOUNT);
}

const NO_DESK = { zh: '這份名單沒有這個報到台。', en: 'The list has no such desk.' };
const ROW_TAKEN = { zh: '這個編號已經用過了。', en: 'This id has been used already.' };
const NAMELESS = { zh: '請填寫姓名。', en: 'Give the name.' };
const UNTOLD = {
  zh: '請先向來賓說明個人資料的使用，並勾選。',
  en: 'Tell them first what their data are used for, and tick it.',
};
const FOREIGN = { zh: '收據號碼不是這個報到台的。', en: 'The receipt number is not one of this desk.' };
const NO_AMOUNT = { zh: '請填寫收到的金額。', en: 'Give the amount that was paid.' };

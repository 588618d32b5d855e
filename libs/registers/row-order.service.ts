import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { conflict, requireVersion } from '@convener/kernel';
import { Database, plainChange, plainRows } from '@convener/platform';
import { changeRow, wrongField } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { RegisterRow } from './register-row.entity';
import { RegisterScopes } from './register-scope';
import { rowMove } from './row-order.rules';

/** Rows count for their list's lock, so the version of those that only make room stays. */
const MAKE_ROOM = `
  UPDATE register_rows SET position = position + ? WHERE register_id = ? AND position >= ? AND position <= ?`;

/** The order in which the rows of a list stand, such as the run of a show. */
@Injectable()
export class RowOrderService {
  constructor(
    private readonly database: Database,
    private readonly scopes: RegisterScopes,
    private readonly activity: ActivityLog,
  ) {}

  /**
   * Puts a row right behind another of its list, or at the top (null). Under the lock of the list, so that of two who move
   * rows at once the second moves hers in the order that the first has made.
   */
  place(person: SignedIn, id: string, after: string | null, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const { row, register, actor } = await this.scopes.rowToWrite(em, id, person);
      requireVersion(row, seen);
      if (after === id) throw wrongField('/after', ITSELF);
      const before = row.position;
      const move = rowMove(before, after === null ? 0 : await positionOf(em, row.registerId, after));
      if (!move) return;
      await plainChange(em, MAKE_ROOM, [move.by, row.registerId, move.first, move.last]);
      await changeRow(em, RegisterRow, row, { position: move.to });
      await this.activity.record(em, {
        ...{ projectId: register.projectId, actorId: actor.personId, action: 'register-row.moved' },
        subject: { type: 'register-row', id, title: register.name },
        ...{ before: { position: before }, after: { position: move.to } },
      });
    });
  }
}

async function positionOf(em: EntityManager, registerId: string, id: string): Promise<number> {
  const sql = 'SELECT t.position FROM register_rows t WHERE t.id = ? AND t.register_id = ?';
  const [found] = await plainRows<{ position: number }>(em, sql, [id, registerId]);
  if (!found) throw gone();
  return found.position;
}

const ITSELF = { zh: '一筆資料不能排在自己後面。', en: 'A row can’t stand behind itself.' };
const gone = () =>
  conflict('row-gone', {
    zh: '要排在它後面的那筆資料不在這份清單裡，可能剛剛被刪除了。請再移動一次。',
    en: 'The row to stand behind is not in this list; it may have just been deleted. Move the row again.',
  });

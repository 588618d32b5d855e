import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@convener/access';
import { conflict } from '@convener/kernel';
import { Database, readAll } from '@convener/platform';
import { compared, type ComparedRow, type Weight } from './comparison.rules';
import { RegisterRow } from './register-row.entity';
import { RegisterScopes, seenColumns } from './register-scope';

/** Nobody chooses among more; a longer list would be scored in full for each look at it. */
export const MOST_COMPARED = 500;

export interface RegisterComparison {
  weights: Weight[];
  /** The column by which rows are named: the first required one of text that the reader sees; null where none is. */
  namedBy: string | null;
  rows: ComparedRow[];
}

/** The rows of a list by the weights that it keeps, such as venues by what they cost and hold. */
@Injectable()
export class ComparisonQueries {
  constructor(
    private readonly database: Database,
    private readonly scopes: RegisterScopes,
  ) {}

  /** Without those that are dropped. */
  of(person: SignedIn, registerId: string): Promise<RegisterComparison> {
    return this.database.read(async (em) => {
      const { register, actor } = await this.scopes.look(em, registerId, person);
      const tail = "WHERE t.register_id = ? AND t.status <> 'dropped' ORDER BY t.position LIMIT ?";
      const rows = await readAll(em, RegisterRow, tail, [registerId, MOST_COMPARED + 1]);
      if (rows.length > MOST_COMPARED) throw tooMany();
      const naming = seenColumns(actor, register).find(({ type, required }) => type === 'text' && required);
      const named = rows.map(({ id, cells }) => ({ id, cells, name: naming ? String(cells[naming.key] ?? '') : '' }));
      return { weights: register.weights, namedBy: naming?.key ?? null, rows: compared(register.weights, named) };
    });
  }
}

const tooMany = () =>
  conflict('too-many-to-compare', {
    zh: `一次最多比較 ${MOST_COMPARED} 筆；請把不再考慮的設為不採用。`,
    en: `At most ${MOST_COMPARED} rows can be compared. Drop those that are out of the question.`,
  });

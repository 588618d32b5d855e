import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@convener/access';
import { Database, plainRows } from '@convener/platform';
import { likePattern } from '@convener/projects';
import { cellOf } from './cell-sql';
import { namingColumn } from './link-book.rules';
import { RegisterScopes, seenColumns } from './register-scope';

/** A row as others link to it. */
export interface RowName {
  id: string;
  name: string;
  /** Its place in the list, which tells two of one name apart. */
  position: number;
}

const MOST_NAMES = 20;

/** The rows of a list by what they are called, for whoever links to one. */
@Injectable()
export class RegisterNamesQueries {
  constructor(
    private readonly database: Database,
    private readonly scopes: RegisterScopes,
  ) {}

  /** The first that are not dropped and have the text in what they are called or in a cell that no other row has. */
  of(person: SignedIn, registerId: string, text: string): Promise<RowName[]> {
    return this.database.read(async (em) => {
      const { register, actor } = await this.scopes.look(em, registerId, person);
      const columns = seenColumns(actor, register);
      const naming = namingColumn(columns);
      if (!naming) return [];
      const keys = [naming, ...columns.filter(({ unique }) => unique)].map(({ key }) => key);
      const like = keys.map(() => `LOWER(CAST(${cellOf(em)} AS text)) LIKE ? ESCAPE '\\'`).join(' OR ');
      const sql = `SELECT t.id, COALESCE(${cellOf(em)}, '') AS "name", t.position FROM register_rows t
        WHERE t.register_id = ? AND t.status <> 'dropped' AND (${like}) ORDER BY t.position LIMIT ?`;
      const values = keys.flatMap((key) => [key, likePattern(text)]);
      return plainRows<RowName>(em, sql, [naming.key, registerId, ...values, MOST_NAMES]);
    });
  }
}

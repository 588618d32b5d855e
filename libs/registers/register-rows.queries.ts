import { Injectable } from '@nestjs/common';
import { type Actor, PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import { groupBy, isId, notFound } from '@convener/kernel';
import { Database, readAll } from '@convener/platform';
import { type MadeWork, WorkOrigins } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { filesOfRows } from './cell-files';
import { type CellFileView, shownFiles } from './cell-files.rules';
import type { ShownCell } from './cells.rules';
import { shownCells } from './cells-of-row.rules';
import { emptyIn } from './completeness.rules';
import { linkedNames, seenWithLinks } from './linked-lists';
import type { Register } from './register.entity';
import { RegisterRow } from './register-row.entity';
import { RegisterScopes } from './register-scope';
import { type RowCursor, type RowFilter, RowQuestion } from './row-filter';

export interface RegisterRowView extends Omit<RegisterRow, 'cells' | 'addedBy'> {
  /** By the column's key; empty ones, and those that the reader may not see, are not there. */
  cells: Record<string, ShownCell>;
  /** What the rows are called that its link cells hold, by the column's key; empty where the reader sees no name. */
  names: Record<string, string>;
  /** What its cells of files hold, by the column's key. */
  files: Record<string, CellFileView[]>;
  /** Columns that are required and empty. */
  empty: string[];
  addedBy: PersonRef;
  /** What was made of it; null where nothing was. */
  work: MadeWork | null;
}

/** Reads of rows. What is personal leaves the server only for whoever may see it, also by no filter and no order. */
@Injectable()
export class RegisterRowsQueries {
  constructor(
    private readonly database: Database,
    private readonly scopes: RegisterScopes,
    private readonly people: PeopleQueries,
    private readonly origins: WorkOrigins,
  ) {}

  page(
    person: SignedIn,
    registerId: string,
    filter: RowFilter,
    { after, limit }: { after: RowCursor | null; limit: number },
  ): Promise<{ items: RegisterRowView[]; next: RowCursor | null }> {
    return this.database.read(async (em) => {
      const { register, actor } = await this.scopes.look(em, registerId, person);
      const { columns, links } = await seenWithLinks(em, actor, register);
      const question = new RowQuestion(em, registerId, columns, filter, links);
      const required = register.columns.filter((column) => column.required);
      const { tail, values } = question.page(required, after, limit + 1);
      const found = await readAll(em, RegisterRow, tail, values);
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      const next = found.length > limit && last ? question.cursorOf(last) : null;
      return { items: await this.views(em, register, actor, rows), next };
    });
  }

  one(person: SignedIn, id: string): Promise<RegisterRowView> {
    return this.database.read(async (em) => {
      const row = isId(id) ? await em.findOneBy(RegisterRow, { id }) : null;
      if (!row) throw notFound();
      const { register, actor } = await this.scopes.look(em, row.registerId, person);
      return (await this.views(em, register, actor, [row]))[0]!;
    });
  }

  private async views(
    em: EntityManager,
    register: Register,
    actor: Actor,
    rows: readonly RegisterRow[],
  ): Promise<RegisterRowView[]> {
    const { columns, links } = await seenWithLinks(em, actor, register);
    const namesIn = await linkedNames(em, links, rows);
    const people = await this.people.refs(
      em,
      rows.map(({ addedBy }) => addedBy),
    );
    const ids = rows.map(({ id }) => id);
    const files = groupBy(await filesOfRows(em, columns, ids), ({ rowId }) => rowId);
    const made = await this.origins.madeFrom(em, ids);
    return rows.map((row) => ({
      ...row,
      cells: shownCells(columns, row.cells),
      names: namesIn(row.cells),
      files: shownFiles(columns, files.get(row.id) ?? []),
      empty: emptyIn(register.columns, row),
      addedBy: people.get(row.addedBy)!,
      work: made.get(row.id) ?? null,
    }));
  }
}

import { Injectable } from '@nestjs/common';
import { type Actor, allow, type SignedIn } from '@convener/access';
import { Clock, conflict, isId, newId, notFound } from '@convener/kernel';
import { Database, FileKeeper, fileName, insertAll, type Inspected, readAll, type Received } from '@convener/platform';
import { oneAtATime, requireSpace } from '@convener/projects';
import {
  CellFile,
  filesOfRows,
  MOST_CELL_FILES,
  type Register,
  RegisterRow,
  RegisterRowsService,
  RegisterScopes,
  seenColumns,
  withFiles,
} from '@convener/registers';
import { requireRunning } from '@convener/teams';
import type { EntityManager } from 'typeorm';

/** The cell that a file is for. */
export interface CellToFill {
  rowId: string;
  column: string;
}

/** Adds files to cells and takes them away. Whoever does not see the cells of a column finds none. */
@Injectable()
export class CellFilesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: RegisterScopes,
    private readonly rows: RegisterRowsService,
    private readonly keeper: FileKeeper,
  ) {}

  /**
   * Asked before anything is received: who may not add a file needs not send it. Whether the cell is full comes later, since
   * the last file may be sent again.
   */
  async requireAddable(person: SignedIn, { rowId, column }: CellToFill): Promise<void> {
    await this.database.read(async (em) => {
      const row = isId(rowId) ? await em.findOneBy(RegisterRow, { id: rowId }) : null;
      if (!row) throw notFound();
      const { register, project, actor } = await this.scopes.look(em, row.registerId, person);
      requireRunning(project);
      allow(actor, 'registers.write', register);
      requireFileColumn(actor, register, column);
      await requireSpace(em, project.id, 1, this.keeper.mostOfProject);
    });
    await this.keeper.requireRoom();
  }

  /** Keeps what was received, unless the cell has the very same file. Where anything fails, nothing is left. */
  add(person: SignedIn, cell: CellToFill, { received, name }: { received: Received; name: string }): Promise<void> {
    return this.keeper.keep(received, (em, file) => this.write(em, person, cell, { ...file, name }));
  }

  /** Answers the row in whose cell it was. */
  async remove(person: SignedIn, id: string): Promise<string> {
    const removed = await this.database.write(async (em) => {
      const [found] = isId(id) ? await readAll(em, CellFile, 'WHERE t.id = ?', [id]) : [];
      if (!found) throw notFound();
      const { row, ...scope } = await this.scopes.rowToWrite(em, found.rowId, person);
      requireFileColumn(scope.actor, scope.register, found.columnKey);
      // Again under the lock of its list: somebody else may have taken it away.
      const files = await filesOfRows(em, scope.register.columns, [row.id]);
      const file = files.find((one) => one.id === id);
      if (!file) throw notFound();
      await em.delete(CellFile, { id });
      const left = files.filter((one) => one.columnKey === file.columnKey && one.id !== id);
      await this.rows.keep(em, scope, row, withFiles(row.cells, file.columnKey, left), {});
      return { rowId: row.id, key: file.storeKey };
    });
    await this.keeper.removeAll([removed.key]);
    return removed.rowId;
  }

  /** Answers the key, or null where the same file is there already. */
  private async write(
    em: EntityManager,
    person: SignedIn,
    { rowId, column }: CellToFill,
    { name, key, ...inspected }: Inspected & { name: string; key: string },
  ): Promise<string | null> {
    const { row, ...scope } = await this.scopes.rowToWrite(em, rowId, person);
    const { register, actor } = scope;
    const { personal } = requireFileColumn(actor, register, column);
    const { mediaType, bytes, sha256, givenSha256, width, height } = inspected;
    const all = await filesOfRows(em, register.columns, [rowId]);
    const files = all.filter(({ columnKey }) => columnKey === column);
    if (files.some((file) => file.givenSha256 === givenSha256)) return null;
    requireRoomIn(files);
    await oneAtATime(em, register.projectId);
    await requireSpace(em, register.projectId, bytes, this.keeper.mostOfProject);
    const file: CellFile = {
      ...{ id: newId(), projectId: register.projectId, registerId: register.id, rowId, columnKey: column },
      ...{ name: fileName(name, mediaType), mediaType, bytes, sha256, givenSha256, width, height, storeKey: key },
      ...{ addedBy: actor.personId, addedAt: this.clock.now() },
    };
    await insertAll(em, CellFile, [file]);
    // By its digest a copy can be known for what it was.
    const told = personal ? {} : { mediaType, bytes, sha256 };
    await this.rows.keep(em, scope, row, withFiles(row.cells, column, [...files, file]), told);
    return key;
  }
}

function requireFileColumn(actor: Actor, register: Register, key: string) {
  const column = seenColumns(actor, register).find((one) => one.key === key && one.type === 'file');
  if (!column) throw notFound();
  return column;
}

function requireRoomIn(files: readonly CellFile[]): void {
  if (files.length < MOST_CELL_FILES) return;
  throw conflict('cell-full', {
    zh: `一格最多放 ${MOST_CELL_FILES} 個檔案。請先移除不需要的。`,
    en: `A cell holds ${MOST_CELL_FILES} files at most. Remove one first.`,
  });
}

import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@convener/access';
import { isId, notFound } from '@convener/kernel';
import { Database, FileKeeper, readAll } from '@convener/platform';
import { CellFile, RegisterScopes, seenColumns } from '@convener/registers';

/** Hands files of cells out to whoever sees the cell. */
@Injectable()
export class CellFilesQueries {
  constructor(
    private readonly database: Database,
    private readonly scopes: RegisterScopes,
    private readonly keeper: FileKeeper,
  ) {}

  async open(person: SignedIn, id: string): Promise<{ file: CellFile; content: Readable }> {
    const file = await this.database.read(async (em) => {
      const [found] = isId(id) ? await readAll(em, CellFile, 'WHERE t.id = ?', [id]) : [];
      if (!found) throw notFound();
      const { register, actor } = await this.scopes.look(em, found.registerId, person);
      if (!seenColumns(actor, register).some(({ key }) => key === found.columnKey)) throw notFound();
      return found;
    });
    return { file, content: await this.keeper.open(file.storeKey) };
  }
}

import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@convener/access';
import { Clock, type Day, dayAt } from '@convener/kernel';
import { Database, readAll } from '@convener/platform';
import { linkBooks, RegisterRow, RegisterScopes, seenWithLinks } from '@convener/registers';
import { exportedTable, type ExportedTable } from './export.rules';

/** Lists that are taken away. */
@Injectable()
export class RegisterFilesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: RegisterScopes,
  ) {}

  /** All rows in the list's order with what the person sees of them, the list's name and the day where the event is. */
  table(person: SignedIn, registerId: string): Promise<ExportedTable & { name: string; day: Day }> {
    return this.database.read(async (em) => {
      const { register, project, actor } = await this.scopes.look(em, registerId, person);
      const rows = await readAll(em, RegisterRow, 'WHERE t.register_id = ? ORDER BY t.position', [registerId]);
      const day = dayAt(this.clock.now(), project.zone);
      const { columns, links } = await seenWithLinks(em, actor, register);
      return { name: register.name, day, ...exportedTable(columns, rows, await linkBooks(em, links)) };
    });
  }
}

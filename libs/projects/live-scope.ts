import type { SignedIn } from '@convener/access';
import { Database } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { WorkScope } from './scope';

/** Of which projects somebody may hear that something has changed. */
@Injectable()
export class LiveScope {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
  ) {}

  /** That project, of which everybody in it hears. Throws notFound for whoever has no part in it. */
  project(person: SignedIn, projectId: string): Promise<ReadonlySet<string>> {
    return this.database.read(async (em) => {
      const { project } = await this.scope.seen(em, projectId, person);
      return new Set([project.id]);
    });
  }

  /** The projects that a person has a part in: where one's own work comes from. */
  async own({ personId }: SignedIn): Promise<ReadonlySet<string>> {
    const rows = await this.database.select<{ id: string }>(OWN, [personId, personId]);
    return new Set(rows.map(({ id }) => id));
  }
}

const OWN = `
  SELECT project_id AS id FROM project_members WHERE person_id = ?
  UNION ALL SELECT project_id FROM temporary_staff WHERE person_id = ?`;

import type { SignedIn } from '@convener/access';
import { Database, plainRows } from '@convener/platform';
import { type DeliverableSource, WorkScope } from '@convener/projects';
import { outputsOf, StandardsLibrary } from '@convener/standards';
import { Injectable } from '@nestjs/common';
import { type Coverage, coverageOf, type CoveringRow } from './coverage';

export interface CoverageView extends Coverage {
  /** As printed in the standard; null where it is no longer at hand. */
  name: string | null;
  code: string | null;
  /** Outputs that the standard has altogether; null where it is no longer at hand. */
  inStandard: number | null;
}

/** How far a project covers the standards that it was planned from. */
@Injectable()
export class CoverageQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly standards: StandardsLibrary,
  ) {}

  view(person: SignedIn, projectId: string): Promise<CoverageView[]> {
    return this.database.read(async (em) => {
      await this.scope.seen(em, projectId, person);
      const rows = await plainRows<StoredRow>(em, ROWS, [projectId]);
      return coverageOf(rows.map(coveringRow)).map((coverage) => this.described(coverage));
    });
  }

  private described(coverage: Coverage): CoverageView {
    const found = this.standards.all().find(({ slug }) => slug === coverage.standard);
    return {
      ...coverage,
      name: found?.name ?? null,
      code: found?.code ?? null,
      inStandard: found ? outputsOf(found).length : null,
    };
  }
}

type StoredRow = Omit<CoveringRow, 'applies' | 'sources'> & { applies: number | boolean; sources: string };

function coveringRow({ applies, sources, ...row }: StoredRow): CoveringRow {
  return { ...row, applies: Boolean(applies), sources: JSON.parse(sources) as DeliverableSource[] };
}

const ROWS = `
  SELECT d.id, d.work_item_id AS "workItemId", d.code, d.status, d.sources,
         t.status <> 'not-applicable' AND d.set_aside_by IS NULL AS applies
    FROM deliverables d JOIN work_items t ON t.id = d.work_item_id
   WHERE d.project_id = ? AND d.sources <> '[]' ORDER BY t.position, t.id, d.position, d.id`;

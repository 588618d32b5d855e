import { actorOf, allow, type PersonRef, type SignedIn } from '@convener/access';
import { badRequest, isId, notFound } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import { type Counts, type Template, TemplatesLibrary } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { compareTemplates, type TemplateDifference } from './compare-templates';
import { type HouseBasis, type HouseStatus, HouseTemplate } from './house-template.entity';
import { joinedPlans } from './joined-plans';

export interface HouseSummary {
  id: string;
  slug: string;
  name: string;
  nameEn: string;
  status: HouseStatus;
  basedOn: HouseBasis;
  counts: Counts;
  publishedVersion: number | null;
  /** The draft has changes that no version has yet. */
  unpublished: boolean;
  changedBy: PersonRef;
  changedAt: number;
  version: number;
}

export interface HouseView extends HouseSummary {
  draft: Template;
}

export const DIFFERENCES_FROM = ['standards', 'last-version', 'base'] as const;
export type DifferencesFrom = (typeof DIFFERENCES_FROM)[number];

/** Reads of the templates of the house. */
@Injectable()
export class HouseTemplatesQueries {
  constructor(
    private readonly database: Database,
    private readonly library: TemplatesLibrary,
  ) {}

  /** All of them, retired ones too, by name. */
  all(person: SignedIn): Promise<HouseSummary[]> {
    allow(actorOf(person), 'templates.edit');
    return this.database.read(async (em) => {
      const rows = await plainRows<ListedRow>(em, `${LISTED} ORDER BY t.name, t.id`, []);
      return rows.map(fromRow);
    });
  }

  one(person: SignedIn, id: string): Promise<HouseView> {
    allow(actorOf(person), 'templates.edit');
    return this.database.read(async (em) => {
      const { draft } = await this.row(em, id);
      const [row] = await plainRows<ListedRow>(em, `${LISTED} WHERE t.id = ?`, [id]);
      return { ...fromRow(row!), draft };
    });
  }

  /** How the draft differs from the full plans of its standards, its last version, or what it was copied from. */
  differences(person: SignedIn, id: string, from: DifferencesFrom): Promise<TemplateDifference[]> {
    allow(actorOf(person), 'templates.edit');
    return this.database.read(async (em) => {
      const row = await this.row(em, id);
      return compareTemplates(await this.before(em, row, from), row.draft);
    });
  }

  private async before(em: EntityManager, row: HouseTemplate, from: DifferencesFrom): Promise<Template> {
    const { draft, basedOn, slug, publishedVersion } = row;
    if (from === 'standards') return joinedPlans(draft, this.library.plansOf(draft));
    if (from === 'last-version') {
      if (publishedVersion === null) throw nothingBefore('這份範本還沒有發布過。', 'It has not been published yet.');
      return this.library.version(em, slug, publishedVersion);
    }
    if (basedOn.from === 'project')
      throw nothingBefore('這份範本由專案複製而來。', 'It was copied from a project, not from a template.');
    return this.library.version(em, basedOn.slug, basedOn.version);
  }

  private async row(em: EntityManager, id: string): Promise<HouseTemplate> {
    const row = isId(id) ? await em.findOneBy(HouseTemplate, { id }) : null;
    if (!row) throw notFound();
    return row;
  }
}

type ListedRow = Omit<HouseSummary, 'basedOn' | 'counts' | 'changedAt' | 'unpublished' | 'changedBy'> & {
  basedOn: string;
  counts: string;
  changedAt: number | string;
  unpublished: boolean | number;
  changedById: string;
  changedByName: string;
};

/** Without the drafts, which are long. */
const LISTED = `
  SELECT t.id, t.slug, t.name, t.name_en AS "nameEn", t.status, t.based_on AS "basedOn", t.counts,
         t.published_version AS "publishedVersion", t.unpublished, t.changed_at AS "changedAt", t.version,
         p.id AS "changedById", p.name AS "changedByName"
    FROM house_templates t JOIN people p ON p.id = t.changed_by`;

function fromRow({ changedById, changedByName, ...row }: ListedRow): HouseSummary {
  return {
    ...row,
    basedOn: JSON.parse(row.basedOn) as HouseBasis,
    counts: JSON.parse(row.counts) as Counts,
    changedBy: { id: changedById, name: changedByName },
    changedAt: Number(row.changedAt),
    unpublished: Boolean(row.unpublished),
  };
}

function nothingBefore(zh: string, en: string) {
  return badRequest('validation', { zh: '有欄位需要修正。', en: 'Some fields need correcting.' }, [
    { pointer: '/from', zh, en },
  ]);
}

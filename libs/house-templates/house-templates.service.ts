import { actorOf, allow, type SignedIn } from '@convener/access';
import {
  badRequest,
  Clock,
  conflict,
  type FieldProblem,
  isId,
  newId,
  notFound,
  requireVersion,
  versionMoved,
} from '@convener/kernel';
import { Database, insertAll, isPostgres, readAll, updateRow } from '@convener/platform';
import {
  countsOf,
  houseSlug,
  type Template,
  type TemplateList,
  TemplatesLibrary,
  TemplateVersion,
  versionRow,
} from '@convener/templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { drafted, type HouseContent, withHorizon } from './house-content';
import { editedContent, type HouseEdit } from './house-edit';
import { isSameList, keptIn, listCalled, MOST_LISTS, withList } from './house-lists';
import { houseProblems } from './house-problems';
import { type HouseBasis, HouseTemplate } from './house-template.entity';

/** The names that a copy gets; those of what it was copied from where they are not given. */
export interface CopyNames {
  name: string;
  nameEn?: string;
}

/** Makes, edits, publishes and retires the templates of the house. */
@Injectable()
export class HouseTemplatesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly library: TemplatesLibrary,
  ) {}

  /** A draft from a template that projects can start from. Throws 400 at /from/template where there is none. */
  copy(person: SignedIn, slug: string, names: CopyNames): Promise<{ id: string }> {
    allow(actorOf(person), 'templates.edit');
    return this.database.write(async (em) => {
      const found = await this.library.find(em, slug);
      if (!found) throw wrong([{ pointer: '/from/template', zh: '沒有這個範本。', en: 'There is no such template.' }]);
      const { template, version } = found;
      const basedOn = { from: 'template' as const, slug, version, name: template.name };
      return this.addFrom(em, person, basedOn, names, () => ({ template, nextOwn: 1 }));
    });
  }

  /** A new draft in the caller's transaction, which has asked who may. `make` gives its content under its slug. */
  async addFrom(
    em: EntityManager,
    person: SignedIn,
    basedOn: HouseBasis,
    { name, nameEn }: CopyNames,
    make: (slug: string) => { template: Template; nextOwn: number },
  ): Promise<{ id: string }> {
    const id = newId();
    const slug = houseSlug(id);
    const { template, nextOwn } = make(slug);
    const draft = { ...withHorizon(template), slug, name, nameEn: nameEn ?? name };
    const now = this.clock.now();
    const row: HouseTemplate = {
      ...{ id, slug, name, nameEn: draft.nameEn, status: 'draft', basedOn, draft, counts: countsOf(draft.items) },
      ...{ nextOwn, publishedVersion: null, unpublished: true },
      ...{ createdBy: person.personId, createdAt: now, changedBy: person.personId, changedAt: now, version: 1 },
    };
    await insertAll(em, HouseTemplate, [row]);
    return { id };
  }

  /** Changes what is named. Throws 400 naming everything that would keep the template from being started. */
  edit(person: SignedIn, id: string, edit: HouseEdit, seen: number | null): Promise<void> {
    return this.change(person, id, seen, (row) => this.edited(row, edit));
  }

  /**
   * The same in the caller's transaction: `editOf` sees the draft, which nobody else changes meanwhile, and answers null
   * to leave it. Answers the version that will hold the change.
   */
  async editIn(
    em: EntityManager,
    person: SignedIn,
    id: string,
    editOf: (draft: Template) => Promise<HouseEdit | null>,
  ): Promise<number> {
    let next = 0;
    await this.changeIn(em, person, id, null, async (row) => {
      next = (row.publishedVersion ?? 0) + 1;
      const edit = await editOf(row.draft);
      return edit && this.edited(row, edit);
    });
    return next;
  }

  /** Replaces everything that the house decides. */
  replace(person: SignedIn, id: string, content: HouseContent, seen: number | null): Promise<void> {
    return this.change(person, id, seen, (row) => this.drafted(row, content));
  }

  /**
   * Keeps a list in the draft, in the caller's transaction. The same list again changes nothing. Throws 409 where there is
   * another of its name and that is not to be replaced.
   */
  async keepList(
    em: EntityManager,
    person: SignedIn,
    id: string,
    given: TemplateList,
    replace: boolean,
  ): Promise<{ template: Template; list: TemplateList; replaced: boolean }> {
    const kept: { template: Template; list: TemplateList; replaced: boolean }[] = [];
    await this.changeIn(em, person, id, null, ({ draft }) => {
      const list = keptIn(draft, given);
      const there = listCalled(draft, list.name);
      const isSame = there !== null && isSameList(there, list);
      if (there && !isSame && !replace) throw listThere(list.name);
      if (!there && (draft.lists?.length ?? 0) >= MOST_LISTS) throw tooManyLists();
      const template = isSame ? draft : withList(draft, list);
      kept.push({ template, list, replaced: there !== null && !isSame });
      return isSame ? null : { draft: template, unpublished: true };
    });
    return kept[0]!;
  }

  /** The draft becomes the next version, which is never changed. Throws 409 where nothing has changed since the last one. */
  publish(person: SignedIn, id: string, seen: number | null): Promise<void> {
    return this.change(person, id, seen, async (row, em) => {
      if (row.status === 'retired') throw isRetired();
      if (!row.unpublished)
        throw conflict('nothing-changed', {
          zh: `和第 ${row.publishedVersion} 版相同，不必再發布。`,
          en: `This is version ${row.publishedVersion} as it was published.`,
        });
      const problems = houseProblems(row.draft);
      if (problems.length > 0) throw wrong(problems);
      const version = (row.publishedVersion ?? 0) + 1;
      await insertAll(em, TemplateVersion, [versionRow(row.draft, version, this.clock.now())]);
      return { status: 'published', publishedVersion: version, unpublished: false };
    });
  }

  /** No new project starts from it any more. */
  retire(person: SignedIn, id: string): Promise<void> {
    return this.change(person, id, null, (row) => (row.status === 'retired' ? null : { status: 'retired' }));
  }

  unretire(person: SignedIn, id: string): Promise<void> {
    return this.change(person, id, null, ({ status, publishedVersion }) =>
      status === 'retired' ? { status: publishedVersion === null ? 'draft' : 'published' } : null,
    );
  }

  private edited(row: HouseTemplate, edit: HouseEdit): Partial<HouseTemplate> {
    const { content, unknown } = editedContent(row.draft, edit, this.library.plansOf(row.draft));
    if (unknown.length > 0) throw wrong(unknown.map(unknownAt));
    return this.drafted(row, content);
  }

  private drafted(row: HouseTemplate, content: HouseContent): Partial<HouseTemplate> {
    const { template, nextOwn, unknown } = drafted(row.draft, content, this.library.plansOf(row.draft), row.nextOwn);
    const problems = [...unknown.map(unknownAt), ...houseProblems(template)];
    if (problems.length > 0) throw wrong(problems);
    const draft = withHorizon(template);
    const { name, nameEn } = draft;
    return { draft, nextOwn, name, nameEn, counts: countsOf(draft.items), unpublished: true };
  }

  private change(person: SignedIn, id: string, seen: number | null, changesOf: ChangesOf): Promise<void> {
    allow(actorOf(person), 'templates.edit');
    return this.database.write((em) => this.changeIn(em, person, id, seen, changesOf));
  }

  private async changeIn(
    em: EntityManager,
    person: SignedIn,
    id: string,
    seen: number | null,
    changesOf: ChangesOf,
  ): Promise<void> {
    const lock = isPostgres(em) ? ' FOR UPDATE OF t' : '';
    const [row] = isId(id) ? await readAll(em, HouseTemplate, `WHERE t.id = ?${lock}`, [id]) : [];
    if (!row) throw notFound();
    requireVersion(row, seen);
    const changes = await changesOf(row, em);
    if (!changes) return;
    const stamp = { changedBy: person.personId, changedAt: this.clock.now(), version: row.version + 1 };
    const changed = await updateRow(em, HouseTemplate, { ...changes, ...stamp }, { id, version: row.version });
    if (changed !== 1) throw versionMoved();
  }
}

type ChangesOf = (
  row: HouseTemplate,
  em: EntityManager,
) => Partial<HouseTemplate> | null | Promise<Partial<HouseTemplate> | null>;

function wrong(fields: FieldProblem[]) {
  return badRequest('validation', { zh: '有欄位需要修正。', en: 'Some fields need correcting.' }, fields);
}

const unknownAt = (pointer: string): FieldProblem => ({
  pointer,
  zh: '這份範本沒有這一列。',
  en: 'The template has no such row.',
});

const isRetired = () =>
  conflict('template-retired', {
    zh: '這份範本已停用，請先恢復使用。',
    en: 'This template is retired. Take it back into use first.',
  });

const listThere = (name: string) =>
  conflict('list-there', {
    zh: `這份範本已經有「${name}」這份清單。要換成這一份，請選「換成這一份」；要兩份都留，請先改清單的名稱。`,
    en: `The template has a list "${name}" already. Replace it, or give this list another name to keep both.`,
  });

const tooManyLists = () =>
  conflict('too-many-lists', {
    zh: `一份範本最多帶 ${MOST_LISTS} 份清單，請先在範本裡移除用不到的。`,
    en: `A template brings at most ${MOST_LISTS} lists. Take one out of it first.`,
  });

import { Injectable } from '@nestjs/common';
import { allow, type SignedIn } from '@convener/access';
import { ActivityLog, difference } from '@convener/activity';
import { Clock, conflict, newId, notFound, requireVersion } from '@convener/kernel';
import type { PaperLanguage } from '@convener/papers';
import { Database, insertAll, plainChange, updateRow } from '@convener/platform';
import { changeRow, type ProjectScope, WorkScope, wrongField } from '@convener/projects';
import { aboutOf } from '@convener/reports';
import { StandardsLibrary } from '@convener/standards';
import type { EntityManager } from 'typeorm';
import { CATALOGUE, dataChapter } from './catalogue';
import { digestOf, type Line, linesOf } from './changes.rules';
import { allChapters, lookedThrough, MOST_OWN, moved, untouched } from './chapter-list.rules';
import { ReportChapter } from './chapter.entity';
import { readReportBook } from './read-report';
import { standardNames, storedChapters } from './report-document';

/** Undefined leaves a field alone, null clears it. */
export interface ChapterEdit {
  title?: string | null;
  textBefore?: string | null;
  textAfter?: string | null;
  included?: boolean;
  /** Key of the chapter that it is to follow; null for the first place. */
  after?: string | null;
}

export interface NewChapter {
  title: string;
  textBefore?: string | null;
  /** At the end where it is left out. */
  after?: string | null;
}

interface HeldReport extends ProjectScope {
  chapters: ReportChapter[];
}

/**
 * What people make of the chapters of a closing report. In whatever state the project is: the report is written when all
 * else is over, so that its chapters are not closed with the project; each change stands in the activity.
 */
@Injectable()
export class ClosingReportService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly standards: StandardsLibrary,
    private readonly activity: ActivityLog,
  ) {}

  /** Throws 400 where it is to follow one that is not there, or an own chapter is to have no title. */
  edit(
    person: SignedIn,
    projectId: string,
    key: string,
    { after, ...given }: ChapterEdit,
    seen: number | null,
  ): Promise<void> {
    return this.database.write(async (em) => {
      const report = await this.held(em, person, projectId);
      const chapter = chapterOf(report, key);
      requireVersion(chapter, seen);
      if (chapter.own && given.title === null) throw wrongField('/title', NO_TITLE);
      const changed = difference<ReportChapter>(chapter, given as Partial<ReportChapter>);
      const order = after === undefined ? null : await this.move(em, report, key, after);
      if (!changed && !order) return;
      await changeRow(em, ReportChapter, chapter, changed?.after ?? {});
      await this.record(em, report, order && !changed ? 'moved' : 'edited', chapter, changed);
    });
  }

  /** Throws 409 where there are very many already. */
  add(person: SignedIn, projectId: string, { title, textBefore, after }: NewChapter): Promise<{ key: string }> {
    return this.database.write(async (em) => {
      const report = await this.held(em, person, projectId);
      if (report.chapters.filter(({ own }) => own).length >= MOST_OWN) throw tooMany();
      const key = newId();
      const position = report.chapters.length;
      const chapter: ReportChapter = {
        ...{ ...untouched(projectId, key), id: newId(), own: true, position, title, textBefore: textBefore ?? null },
        version: 1,
      };
      await insertAll(em, ReportChapter, [chapter]);
      report.chapters.push(chapter);
      if (after !== undefined) await this.move(em, report, key, after);
      await this.record(em, report, 'added', chapter, null);
      return { key };
    });
  }

  /** Only somebody's own. Throws 409 for one of the catalogue, which can be left out. */
  remove(person: SignedIn, projectId: string, key: string, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const report = await this.held(em, person, projectId);
      const chapter = chapterOf(report, key);
      requireVersion(chapter, seen);
      if (!chapter.own) throw notOwn();
      await plainChange(em, 'DELETE FROM closing_report_chapters WHERE id = ?', [chapter.id]);
      const { title, textBefore, textAfter } = chapter;
      await this.record(em, report, 'removed', chapter, { before: { title, textBefore, textAfter } });
    });
  }

  /**
   * Notes that somebody has looked through the data of a chapter, in that language with that digest. Throws 409 where they
   * have changed since. Nothing that people wrote changes, nor the chapter's version.
   */
  look(
    person: SignedIn,
    projectId: string,
    key: string,
    { language, digest }: { language: PaperLanguage; digest: string },
  ): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scope.project(em, projectId, person);
      allow(scope.actor, 'closing-report.edit');
      const lines = await this.lines(em, scope, person, key);
      if (digestOf(lines[language]) !== digest) throw dataMoved();
      const report = await this.held(em, person, projectId);
      const chapter = chapterOf(report, key);
      await updateRow(em, ReportChapter, lookedThrough(lines, person.personId, this.clock.now()), { id: chapter.id });
      await this.record(em, report, 'looked-through', chapter, null);
    });
  }

  /** In both languages, so that whoever reads the other one is not told of changes that are translations. */
  private async lines(
    em: EntityManager,
    scope: ProjectScope,
    person: SignedIn,
    key: string,
  ): Promise<Record<PaperLanguage, Line[]>> {
    const chapter = dataChapter(key);
    if (!chapter) throw notFound();
    const inLanguage = async (language: PaperLanguage) => {
      const about = aboutOf(scope, person, language, {}, this.clock.now());
      return linesOf(chapter.write(await readReportBook(em, about, standardNames(this.standards)), about));
    };
    return { 'zh-TW': await inLanguage('zh-TW'), en: await inLanguage('en') };
  }

  /** The report with the project held, so that two people who begin it at once don't begin it twice. */
  private async held(em: EntityManager, person: SignedIn, projectId: string): Promise<HeldReport> {
    const scope = await this.scope.project(em, projectId, person, 'change');
    allow(scope.actor, 'closing-report.edit');
    const stored = await storedChapters(em, projectId);
    const chapters = allChapters(CATALOGUE, stored, projectId);
    const fresh = chapters.filter(({ id }) => id === '');
    for (const chapter of fresh) chapter.id = newId();
    await insertAll(em, ReportChapter, fresh);
    if (fresh.length > 0 && stored.length > 0) await this.place(em, projectId, chapters);
    return { ...scope, chapters };
  }

  /** True where the order is another one now. Versions stay: whoever writes another chapter's text is not disturbed. */
  private async move(em: EntityManager, report: HeldReport, key: string, after: string | null): Promise<boolean> {
    const keys = report.chapters.map((chapter) => chapter.key);
    const order = moved(keys, key, after);
    if (!order) throw wrongField('/after', NOT_THERE);
    if (order.join() === keys.join()) return false;
    const chapters = order.map((one) => report.chapters.find((chapter) => chapter.key === one)!);
    await this.place(em, report.project.id, chapters);
    return true;
  }

  private async place(em: EntityManager, projectId: string, chapters: readonly ReportChapter[]): Promise<void> {
    const cases = chapters.map(() => 'WHEN ? THEN CAST(? AS integer)').join(' ');
    const sql = `UPDATE closing_report_chapters SET position = CASE id ${cases} ELSE position END WHERE project_id = ?`;
    await plainChange(em, sql, [...chapters.flatMap(({ id }, position) => [id, position]), projectId]);
  }

  private record(
    em: EntityManager,
    { project, actor }: ProjectScope,
    what: string,
    { key, title }: ReportChapter,
    changed: { before?: Record<string, unknown>; after?: Record<string, unknown> } | null,
  ): Promise<void> {
    const chapter = dataChapter(key)?.name.zh ?? title;
    return this.activity.record(em, {
      ...{ projectId: project.id, actorId: actor.personId, action: `closing-report.${what}` },
      subject: { type: 'project', id: project.id, title: project.name },
      ...(changed?.before && { before: { entry: changed.before } }),
      after: { chapter, ...(changed?.after && { entry: changed.after }) },
    });
  }
}

function chapterOf({ chapters }: HeldReport, key: string): ReportChapter {
  const chapter = chapters.find((one) => one.key === key);
  if (!chapter) throw notFound();
  return chapter;
}

const NO_TITLE = { zh: '自訂章節需要標題。', en: 'A chapter of one’s own needs a title.' };
const NOT_THERE = {
  zh: '報告沒有這個章節，或它就是要移動的章節。',
  en: 'The report has no such chapter, or it is the one to move.',
};
const tooMany = () =>
  conflict('too-many-chapters', {
    zh: `最多可自訂 ${MOST_OWN} 個章節；請合併或刪除一些。`,
    en: `A report has ${MOST_OWN} own chapters at most. Merge or remove some.`,
  });
const notOwn = () =>
  conflict('not-own-chapter', {
    zh: '這是由專案資料產生的章節，不能刪除；可以設為略過。',
    en: 'The project’s data make this chapter, so it can’t be removed. Leave it out instead.',
  });
const dataMoved = () =>
  conflict('data-moved', {
    zh: '資料剛剛又有變動，請看過最新內容再確認。',
    en: 'The data have just changed again. Look at them as they are now, then confirm.',
  });

import { Injectable } from '@nestjs/common';
import { allow, can, PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import { type Bilingual, Clock, notFound } from '@convener/kernel';
import type { Block, Paper, PaperLanguage } from '@convener/papers';
import { Database } from '@convener/platform';
import { WorkScope } from '@convener/projects';
import { type About, aboutOf, preview } from '@convener/reports';
import { StandardsLibrary } from '@convener/standards';
import type { EntityManager } from 'typeorm';
import { CATALOGUE, dataChapter } from './catalogue';
import { changesOf, digestOf, type LineChange, linesOf } from './changes.rules';
import { allChapters } from './chapter-list.rules';
import type { ReportChapter } from './chapter.entity';
import { titleOf, versionOf } from './composing.rules';
import { readReportBook } from './read-report';
import { standardNames, storedChapters } from './report-document';

/** How a chapter's data are to what somebody last looked through; `none` of an own chapter, which has no data. */
export const DATA_STATES = ['none', 'unseen', 'same', 'changed'] as const;
export type DataState = (typeof DATA_STATES)[number];

export interface ChapterSummary extends Pick<ReportChapter, 'key' | 'own' | 'included' | 'version'> {
  /** As it is called now. */
  title: string;
  /** As the catalogue calls it; null of an own chapter. */
  name: Bilingual | null;
  subsidyOnly: boolean;
  /** Somebody has written a text of their own into it. */
  written: boolean;
  data: DataState;
  /** How many things its data lack. */
  lacks: number;
}

export interface ReportView {
  /** Printed on the cover. */
  version: number;
  chapters: ChapterSummary[];
  mayEdit: boolean;
}

export interface ChapterView extends ChapterSummary, Pick<ReportChapter, 'textBefore' | 'textAfter' | 'seenAt'> {
  /** Null where it is called as in the catalogue. */
  ownTitle: string | null;
  seenBy: PersonRef | null;
  /** Of the data as they are now. */
  digest: string;
  /** Since it was last looked through; the first of them where there are very many. */
  changes: LineChange[];
  changeCount: number;
  paper: Omit<Paper, 'stamp'>;
  mayEdit: boolean;
}

/** More changes than anybody reads one by one. */
const SHOWN_CHANGES = 200;

/** The closing report as it is written: for managers and leads, since it speaks of people's performance. */
@Injectable()
export class ClosingReportQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly standards: StandardsLibrary,
    private readonly people: PeopleQueries,
  ) {}

  one(person: SignedIn, projectId: string, language: PaperLanguage): Promise<ReportView> {
    return this.database.read(async (em) => {
      const { about, chapters, book } = await this.report(em, person, projectId, language);
      const closed = about.project.status === 'closed';
      return {
        version: versionOf(book.closings.closings, closed),
        chapters: chapters.map((chapter) => summary(about, chapter, blocksOf(chapter))),
        mayEdit: can(about.actor, 'closing-report.edit'),
      };

      function blocksOf({ key }: ReportChapter): Block[] {
        return dataChapter(key)?.write(book, about) ?? [];
      }
    });
  }

  chapter(person: SignedIn, projectId: string, key: string, language: PaperLanguage): Promise<ChapterView> {
    return this.database.read(async (em) => {
      const { about, chapters, book } = await this.report(em, person, projectId, language);
      const chapter = chapters.find((one) => one.key === key);
      if (!chapter) throw notFound();
      const blocks = dataChapter(key)?.write(book, about) ?? [];
      const lines = linesOf(blocks);
      const changes = chapter.seenLines === null ? [] : changesOf(chapter.seenLines[language], lines);
      const { title: ownTitle, textBefore, textAfter, seenAt, seenBy } = chapter;
      const by = await this.people.refs(em, [seenBy]);
      const summarised = summary(about, chapter, blocks);
      return {
        ...{ ...summarised, ownTitle, textBefore, textAfter, seenAt, digest: digestOf(lines) },
        seenBy: (seenBy !== null && by.get(seenBy)) || null,
        ...{ changes: changes.slice(0, SHOWN_CHANGES), changeCount: changes.length },
        paper: preview({ title: summarised.title, subtitle: [], language, page: 'portrait', blocks }),
        mayEdit: can(about.actor, 'closing-report.edit'),
      };
    });
  }

  private async report(em: EntityManager, person: SignedIn, projectId: string, language: PaperLanguage) {
    const scope = await this.scope.project(em, projectId, person);
    allow(scope.actor, 'documents.make-all');
    const about = aboutOf(scope, person, language, {}, this.clock.now());
    const chapters = allChapters(CATALOGUE, await storedChapters(em, projectId), projectId);
    const book = await readReportBook(em, about, standardNames(this.standards));
    return { about, chapters, book };
  }
}

function summary(about: About, chapter: ReportChapter, blocks: readonly Block[]): ChapterSummary {
  const { key, own, included, version, textBefore, textAfter, seenDigests } = chapter;
  const known = dataChapter(key);
  const seen = seenDigests?.[about.language];
  const moved = seen !== digestOf(linesOf(blocks));
  return {
    ...{ key, own, included, version, title: titleOf(about, chapter), name: known?.name ?? null },
    subsidyOnly: known?.subsidyOnly ?? false,
    written: textBefore !== null || textAfter !== null,
    data: own ? 'none' : seen === undefined ? 'unseen' : moved ? 'changed' : 'same',
    lacks: blocks.filter(({ type }) => type === 'missing').length,
  };
}

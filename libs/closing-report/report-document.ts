import { readAll } from '@convener/platform';
import type { About, DocumentKind, Written } from '@convener/reports';
import type { StandardsLibrary } from '@convener/standards';
import type { EntityManager } from 'typeorm';
import { CATALOGUE, dataChapter, type ReportVariant } from './catalogue';
import { allChapters } from './chapter-list.rules';
import { ReportChapter } from './chapter.entity';
import { reportBlocks, versionOf } from './composing.rules';
import { readReportBook } from './read-report';
import type { ReportBook } from './report-book';

export const CLOSING_REPORT = 'closing-report';

/** The closing report (結案報告) as a document. */
export const closingReport = (standardName: (slug: string) => string): DocumentKind => ({
  key: CLOSING_REPORT,
  group: 'closing',
  name: { zh: '結案報告', en: 'Closing report' },
  says: {
    zh: '目標與成果、各階段產出與佐證、預算與支出、檢討與建議；各章可以編寫、排序或略過。',
    en: 'Targets and results, deliverables with evidence, budget and expenses, lessons; chapters can be written, ordered and left out.',
  },
  formats: ['pdf', 'docx'],
  audience: 'leads',
  choices: () =>
    Promise.resolve([
      {
        key: 'variant',
        name: { zh: '版本', en: 'Variant' },
        values: [
          { value: 'general', name: { zh: '一般', en: 'General' } },
          {
            value: 'subsidy',
            name: {
              zh: '補助案（含收支報告表與經費分攤表）',
              en: 'Subsidised event (with statement and cost sharing)',
            },
          },
        ],
      },
    ]),
  write: async (em, about) =>
    written(about, await readReportBook(em, about, standardName), await readChapters(em, about)),
});

/** What people made of the report. */
async function readChapters(em: EntityManager, { project }: Pick<About, 'project'>): Promise<ReportChapter[]> {
  return allChapters(CATALOGUE, await storedChapters(em, project.id), project.id);
}

function written(about: About, book: ReportBook, chapters: readonly ReportChapter[]): Written {
  const { say, project, chosen } = about;
  const variant = chosen.variant as ReportVariant;
  const version = versionOf(book.closings.closings, project.status === 'closed');
  const days =
    project.openingDay === project.closingDay ? project.openingDay : `${project.openingDay} – ${project.closingDay}`;
  return {
    title: say(`${project.name} 結案報告`, `${project.name}: closing report`),
    subtitle: [
      ...(project.client ? [say(`委託單位：${project.client}`, `For ${project.client}`)] : []),
      ...(project.venue ? [say(`地點：${project.venue}`, `At ${project.venue}`)] : []),
      say(`日期：${days}`, days),
      `${say(`第 ${version} 版`, `Version ${version}`)}${variant === 'subsidy' ? say('（補助案）', ' (subsidised event)') : ''}`,
    ],
    blocks: [
      { type: 'contents', label: say('目錄', 'Contents') },
      { type: 'break' },
      ...reportBlocks(about, chapters, variant, (key) => dataChapter(key)?.write(book, about) ?? []),
    ],
  };
}

export const storedChapters = (em: EntityManager, projectId: string): Promise<ReportChapter[]> =>
  readAll(em, ReportChapter, 'WHERE t.project_id = ? ORDER BY t.position, t.key', [projectId]);

/** What a standard is called; by its slug where it is not at hand any more. */
export const standardNames = (standards: StandardsLibrary) => {
  const names = new Map(standards.all().map(({ slug, name }) => [slug, name]));
  return (slug: string) => names.get(slug) ?? slug;
};

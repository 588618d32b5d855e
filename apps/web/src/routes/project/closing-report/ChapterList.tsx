import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import type { ClosingReport, ReportChapterSummary } from '../../../api/types';
import { locale, useI18n } from '../../../i18n';
import { dropped, ofVariant, stepped, type Variant } from './chapters.rules';
import { showChapter, useChanging } from './useClosingReport';

interface Props {
  report: ClosingReport;
  projectId: string;
  variant: Variant;
  shown: string | null;
  /** Keys of chapters with something typed that is not saved. */
  unsaved: readonly string[];
}

function Marks({ chapter, unsaved }: { chapter: ReportChapterSummary; unsaved: boolean }) {
  const { t } = useI18n();
  const { included, data, lacks, written, subsidyOnly } = chapter;
  return (
    <span className="report-marks">
      {unsaved && <span className="tag tag-soon">{t('closingReport.unsaved')}</span>}
      {!included && <span className="tag">{t('closingReport.leftOut')}</span>}
      {data === 'changed' && <span className="tag tag-soon">{t('closingReport.changed')}</span>}
      {lacks > 0 && included && <span className="tag">{t('closingReport.lacks', { count: lacks })}</span>}
      {written && <span className="tag">{t('closingReport.written')}</span>}
      {subsidyOnly && <span className="tag">{t('closingReport.subsidyOnly')}</span>}
    </span>
  );
}

interface RowProps {
  chapter: ReportChapterSummary;
  keys: readonly string[];
  projectId: string;
  isShown: boolean;
  unsaved: boolean;
  mayMove: boolean;
  busy: boolean;
  put: (chapter: ReportChapterSummary, after: string | null | undefined) => void;
}

/** The way to a chapter, and the buttons that move it. */
function ChapterRow({ chapter, keys, projectId, isShown, unsaved, mayMove, busy, put }: RowProps) {
  const { t } = useI18n();
  return (
    <>
      <Link
        to="/projects/$projectId/closing-report"
        params={{ projectId }}
        search={(before) => ({ ...before, chapter: chapter.key })}
        aria-current={isShown ? 'page' : undefined}
        draggable={false}
      >
        {chapter.title}
      </Link>
      <Marks chapter={chapter} unsaved={unsaved} />
      {mayMove && (
        <span className="report-moves">
          {([-1, 1] as const).map((by) => (
            <Button
              key={by}
              size="small"
              type="text"
              disabled={busy || stepped(keys, chapter.key, by) === undefined}
              aria-label={t(by < 0 ? 'closingReport.up' : 'closingReport.down', { title: chapter.title })}
              onClick={() => put(chapter, stepped(keys, chapter.key, by))}
            >
              {by < 0 ? '↑' : '↓'}
            </Button>
          ))}
        </span>
      )}
    </>
  );
}

/** The chapters in their order: dragged, or moved by their buttons. */
export function ChapterList({ report, projectId, variant, shown, unsaved }: Props) {
  const { t } = useI18n();
  const [held, setHeld] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const move = api.useMutation('patch', '/api/projects/{id}/closing-report/chapters/{key}', {
    onSuccess: (after) => showChapter(projectId, after),
  });
  const changing = useChanging();
  const chapters = ofVariant(report.chapters, variant);
  const keys = chapters.map(({ key }) => key);
  const put: RowProps['put'] = (chapter, after) => {
    if (after === undefined) return;
    const path = { id: projectId, key: chapter.key };
    move.mutate({ params: { path, query: { language: locale() }, header: ifMatch(chapter) }, body: { after } });
  };
  const drop = (onto: string) => {
    const chapter = chapters.find(({ key }) => key === held);
    if (chapter) put(chapter, dropped(keys, chapter.key, onto));
    setHeld(null);
    setOver(null);
  };
  const classOf = ({ key, included }: ReportChapterSummary) =>
    [included ? '' : 'report-left-out', key === shown ? 'report-here' : '', held && key === over ? 'report-over' : '']
      .join(' ')
      .trim();
  return (
    <ol className="report-chapters" aria-label={t('closingReport.chapters')}>
      {chapters.map((chapter) => (
        <li
          key={chapter.key}
          className={classOf(chapter)}
          draggable={report.mayEdit}
          onDragStart={() => setHeld(chapter.key)}
          onDragEnd={() => setHeld(null)}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(chapter.key);
          }}
          onDrop={() => drop(chapter.key)}
        >
          <ChapterRow
            {...{ chapter, keys, projectId, put }}
            isShown={chapter.key === shown}
            unsaved={unsaved.includes(chapter.key)}
            mayMove={report.mayEdit}
            busy={changing}
          />
        </li>
      ))}
    </ol>
  );
}

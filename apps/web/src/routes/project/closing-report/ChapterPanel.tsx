import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { PaperView } from '../documents/paper/PaperView';
import { ChapterChanges } from './ChapterChanges';
import { ChapterText } from './ChapterText';
import { type ChapterDrafts, useChapter } from './useClosingReport';

interface Props {
  projectId: string;
  chapterKey: string;
  zone: string;
  drafts: ChapterDrafts;
  onRemoved: () => void;
}

/** One chapter: what people write into it, what its data say, and what of that is new. */
export function ChapterPanel({ projectId, chapterKey, zone, drafts, onRemoved }: Props) {
  const { t } = useI18n();
  const query = useChapter(projectId, chapterKey);
  if (!query.data) return <LoadState query={query} />;
  const chapter = query.data;
  return (
    <div className="report-chapter">
      <Panel title={chapter.title}>
        <ChapterText key={chapter.key} {...{ chapter, projectId, drafts, onRemoved }} />
      </Panel>
      <ChapterChanges {...{ chapter, projectId, zone }} />
      {!chapter.own && (
        <Panel title={t('closingReport.data')}>
          <p className="muted">{t('documents.asOfNow')}</p>
          <PaperView paper={chapter.paper} />
        </Panel>
      )}
    </div>
  );
}

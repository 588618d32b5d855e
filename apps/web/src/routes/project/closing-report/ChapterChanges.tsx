import Button from 'antd/es/button';
import { api } from '../../../api/client';
import type { ReportChapter } from '../../../api/types';
import { Panel } from '../../../components/Panel';
import { formatInstant } from '../../../format/dates';
import { locale, useI18n } from '../../../i18n';

type Change = ReportChapter['changes'][number];

function ChangeLine({ change: { what, at, before, after } }: { change: Change }) {
  const { t } = useI18n();
  return (
    <li className={`report-change report-change-${what}`}>
      <span className="tag">{t(`closingReport.what.${what}`)}</span>
      <span>
        {at && <small className="muted">{at} </small>}
        {before !== null && before !== after && <del>{before}</del>} {after !== null && <ins>{after}</ins>}
      </span>
    </li>
  );
}

/** What the data say otherwise since somebody last looked through them. The chapter's own text is none of it. */
export function ChapterChanges({
  chapter,
  projectId,
  zone,
}: {
  chapter: ReportChapter;
  projectId: string;
  zone: string;
}) {
  const { t } = useI18n();
  const look = api.useMutation('post', '/api/projects/{id}/closing-report/chapters/{key}/looked-through');
  const { key, data, digest, changes, changeCount, seenAt, seenBy, mayEdit } = chapter;
  if (data === 'none') return null;
  const seen =
    seenAt === null
      ? t('closingReport.unseen')
      : t('closingReport.seen', { name: seenBy?.name ?? '', at: formatInstant(seenAt, zone) });
  const say = () => look.mutate({ params: { path: { id: projectId, key } }, body: { language: locale(), digest } });
  return (
    <Panel
      title={t('closingReport.changes')}
      count={changeCount}
      actions={
        mayEdit && data !== 'same' ? (
          <Button loading={look.isPending} onClick={say}>
            {t('closingReport.lookedThrough')}
          </Button>
        ) : null
      }
    >
      <p className="muted" role="status">
        {seen} {data === 'same' && t('closingReport.same')}
      </p>
      {changes.length > 0 && (
        <ul className="report-changes">
          {changes.map((change, place) => (
            <ChangeLine key={place} change={change} />
          ))}
        </ul>
      )}
      {changeCount > changes.length && (
        <p className="muted">{t('closingReport.more', { count: changeCount - changes.length })}</p>
      )}
    </Panel>
  );
}

import { Link } from '@tanstack/react-router';
import { api } from '../../api/client';
import type { WorkItem } from '../../api/types';
import { Fact } from '../../components/Fact';
import { Panel } from '../../components/Panel';
import { useI18n } from '../../i18n';
import { anchorOf, placeInStandard } from '../standards/anchors';
import { Credit } from '../standards/Credit';

function Coded({ title, rows }: { title: string; rows: WorkItem['knowledge'] }) {
  const { t } = useI18n();
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>
        {title}
        <span className="muted">{t('common.entries', { count: rows.length })}</span>
      </summary>
      <ul className="coded">
        {rows.map((row, index) => (
          <li key={index}>
            <span className="code">{row.code}</span>
            <span>{row.text}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Where the item comes from: its duty and task in the standard, and what doing it asks of a person. */
export function StandardPanel({ item }: { item: WorkItem }) {
  const { t } = useI18n();
  const slug = item.standard ?? '';
  const standard = api.useQuery(
    'get',
    '/api/standards/{slug}',
    { params: { path: { slug } } },
    { enabled: slug !== '', staleTime: Infinity },
  );
  if (!item.standard || item.place === null) return null;
  const hash = anchorOf(placeInStandard(item.place));
  const duty = standard.data?.duties.find(({ tasks }) => tasks.some((task) => task.code === item.code));
  return (
    <Panel title={t('item.inStandard')}>
      <dl className="fact-list">
        <Fact term={t('word.standard')}>
          <Link to="/standards/$slug" params={{ slug }} hash={hash}>
            {[item.standardName ?? slug, item.edition].filter(Boolean).join(' ')}
          </Link>
        </Fact>
        {duty && (
          <Fact term={t('word.duty')}>
            <span className="code">{duty.code}</span>
            {duty.title}
          </Fact>
        )}
        <Fact term={t('word.task')}>
          <Link to="/standards/$slug" params={{ slug }} hash={hash}>
            {item.code && <span className="code">{item.code}</span>}
            {item.title}
          </Link>
        </Fact>
        {item.level !== null && <Fact term={t('standard.levelWord')}>{item.level}</Fact>}
      </dl>
      <Coded title={t('standard.knowledge')} rows={item.knowledge} />
      <Coded title={t('standard.skills')} rows={item.skills} />
      <Credit />
    </Panel>
  );
}

import Button from 'antd/es/button';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../../api/client';
import { AskButton } from '../../../../components/AskButton';
import { EmptyState } from '../../../../components/EmptyState';
import { LoadState } from '../../../../components/LoadState';
import { Panel } from '../../../../components/Panel';
import { SearchBox } from '../../../../components/SearchBox';
import { useI18n } from '../../../../i18n';
import { FoundEntry } from './FoundEntry';
import { FoundRow } from './FoundRow';
import { useCopy } from './useCopy';
import '../../../../styles/registers.css';

const route = getRouteApi('/inside/projects/$projectId/registers/personal-data');

/** The least that is looked for: one letter would find everybody. */
const LEAST = 2;

/** What can be done with the rows that are ticked. */
function RowActions({ projectId, rows }: { projectId: string; rows: readonly string[] }) {
  const { t } = useI18n();
  const params = { path: { id: projectId } };
  const copy = useCopy(projectId);
  const erase = api.useMutation('post', '/api/projects/{id}/personal-data/erase', { meta: { quiet: true } });
  return (
    <div className="page-actions">
      <Button disabled={rows.length === 0} loading={copy.isPending} onClick={() => copy.mutate(rows)}>
        {t('personal.copy', { count: rows.length })}
      </Button>
      <AskButton
        danger
        offered={rows.length > 0}
        title={t('personal.erase', { count: rows.length })}
        label={t('common.reason')}
        intro={<p>{t('personal.eraseText')}</p>}
        onConfirm={(reason) => erase.mutateAsync({ params, body: { rows: [...rows], reason } })}
      >
        {t('personal.erase', { count: rows.length })}
      </AskButton>
    </div>
  );
}

function Found({ projectId, text }: { projectId: string; text: string }) {
  const { t } = useI18n();
  const [left, setLeft] = useState<readonly string[]>([]);
  // By POST: an address with a name in it would be kept in histories and logs.
  const asked = { params: { path: { id: projectId } }, body: { text } };
  const query = api.useQuery('post', '/api/projects/{id}/personal-data/search', asked);
  if (!query.data) return <LoadState query={query} />;
  const { items, records, more } = query.data;
  if (items.length + records.length === 0)
    return <EmptyState title={t('personal.nothing')} text={t('personal.nothingText')} />;
  const rows = items.map(({ row }) => row.id).filter((id) => !left.includes(id));
  const tick = (id: string, on: boolean) => setLeft((now) => (on ? now.filter((one) => one !== id) : [...now, id]));
  return (
    <>
      {more && <p className="field-error">{t('personal.more')}</p>}
      {items.length > 0 && (
        <section>
          <h3>{t('personal.inLists')}</h3>
          <ul className="found-rows">
            {items.map((found) => (
              <FoundRow
                key={found.row.id}
                found={found}
                projectId={projectId}
                taken={!left.includes(found.row.id)}
                onTake={(on) => tick(found.row.id, on)}
              />
            ))}
          </ul>
          <RowActions projectId={projectId} rows={rows} />
        </section>
      )}
      {records.length > 0 && (
        <section>
          <h3>{t('personal.inRecords')}</h3>
          <p className="muted">{t('personal.recordsText')}</p>
          <ul className="found-rows">
            {records.map((found) => (
              <FoundEntry key={found.entry.id} found={found} projectId={projectId} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What the lists and records of a project say of one person: to be told, handed out, or erased on their request. */
export function PersonalDataPage() {
  const { t } = useI18n();
  const { projectId } = route.useParams();
  const [text, setText] = useState('');
  return (
    <>
      <p className="page-back">
        <Link to="/projects/$projectId/registers" params={{ projectId }}>
          {t('project.tab.registers')}
        </Link>
      </p>
      <Panel title={t('personal.title')} className="found-search">
        <p className="muted">{t('personal.text')}</p>
        <SearchBox label={t('personal.search')} q={text} onSearch={(given) => setText(given ?? '')} />
        {text !== '' && text.length < LEAST && <p className="field-error">{t('personal.tooShort')}</p>}
        {text.length >= LEAST && <Found key={text} projectId={projectId} text={text} />}
      </Panel>
    </>
  );
}

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
import { FoundRow } from './FoundRow';
import { useCopy } from './useCopy';
import '../../../../styles/registers.css';

const route = getRouteApi('/inside/projects/$projectId/registers/personal-data');

/** The least that is looked for: one letter would find everybody. */
const LEAST = 2;

function Found({ projectId, text }: { projectId: string; text: string }) {
  const { t } = useI18n();
  const [left, setLeft] = useState<readonly string[]>([]);
  const params = { path: { id: projectId } };
  const query = api.useQuery('get', '/api/projects/{id}/personal-data', { params: { ...params, query: { text } } });
  const copy = useCopy(projectId);
  const erase = api.useMutation('post', '/api/projects/{id}/personal-data/erase', { meta: { quiet: true } });
  if (!query.data) return <LoadState query={query} />;
  const { items, more } = query.data;
  if (items.length === 0) return <EmptyState title={t('personal.nothing')} text={t('personal.nothingText')} />;
  const rows = items.map(({ row }) => row.id).filter((id) => !left.includes(id));
  const tick = (id: string, on: boolean) => setLeft((now) => (on ? now.filter((one) => one !== id) : [...now, id]));
  return (
    <>
      {more && <p className="field-error">{t('personal.more')}</p>}
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
    </>
  );
}

/** What the lists of a project say of one person: to be told, handed out, or erased on their request. */
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

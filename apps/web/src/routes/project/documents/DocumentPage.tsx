import { getRouteApi, Link } from '@tanstack/react-router';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/client';
import type { PaperLanguage } from '../../../api/types';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { locale, useI18n } from '../../../i18n';
import { useProject } from '../useProject';
import { isUnderWay } from './documents.rules';
import { MadeList } from './MadeList';
import { MakeForm } from './MakeForm';
import { PaperView } from './paper/PaperView';
import { useDocuments } from './useDocuments';
import '../../../styles/documents.css';

const route = getRouteApi('/inside/projects/$projectId/documents/$kind');

/** What a document would say now, what it lacks, and the way to its file. */
export function DocumentPage() {
  const { t, pick } = useI18n();
  const { projectId, kind } = route.useParams();
  const { deliverable, variant } = route.useSearch();
  const [language, setLanguage] = useState<PaperLanguage>(locale());
  const [choices, setChoices] = useState<Record<string, string>>(variant ? { variant } : {});
  const project = useProject(projectId).data;
  const made = useDocuments(projectId).data?.made.filter((one) => one.kind === kind) ?? [];
  const request = { params: { path: { id: projectId } }, body: { kind, language, choices } };
  const query = api.useQuery('post', '/api/projects/{id}/documents/preview', request, {
    placeholderData: keepPreviousData,
  });
  if (!query.data || !project) return <LoadState query={query} />;
  const { document, choices: offered, chosen, paper } = query.data;
  const lacks = paper.blocks.filter((block) => block.type === 'missing').length;
  return (
    <section className="document">
      <p className="page-back">
        <Link to="/projects/$projectId/documents" params={{ projectId }}>
          {t('documents.back')}
        </Link>
      </p>
      <header className="document-head">
        <h2>{pick(document.name.zh, document.name.en)}</h2>
        <p className="muted">{pick(document.says.zh, document.says.en)}</p>
        {kind === 'closing-report' && (
          <p>
            <Link to="/projects/$projectId/closing-report" params={{ projectId }} search={{ deliverable, variant }}>
              {t('documents.write')}
            </Link>
          </p>
        )}
      </header>
      <MakeForm
        key={deliverable ?? ''}
        {...{ projectId, document, language, offered, setLanguage }}
        chosen={query.isPlaceholderData ? { ...chosen, ...choices } : chosen}
        outdated={query.isPlaceholderData}
        choose={(key, value) => setChoices({ ...choices, [key]: value })}
        deliverableId={deliverable ?? null}
      />
      {made.length > 0 && (
        <Panel title={t('documents.made')} count={made.length}>
          <MadeList made={made.some(isUnderWay) ? made : made.slice(0, 5)} projectId={projectId} zone={project.zone} />
        </Panel>
      )}
      <Panel title={t('documents.preview')} className="document-preview">
        <p className="muted" role="status">
          {lacks > 0 ? t('documents.lacks', { count: lacks }) : t('documents.asOfNow')}
        </p>
        <PaperView paper={paper} />
      </Panel>
    </section>
  );
}

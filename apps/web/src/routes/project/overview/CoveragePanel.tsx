import { Link } from '@tanstack/react-router';
import { api } from '../../../api/client';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { Track } from '../../../components/ProgressBar';
import { useI18n } from '../../../i18n';
import type { StandardCoverage } from './types';

/** What the standard still expects, each with the way to its deliverable. */
function Missing({ missing, projectId }: { missing: StandardCoverage['missing']; projectId: string }) {
  const { t } = useI18n();
  if (missing.length === 0) return null;
  return (
    <details>
      <summary>{t('overview.missing', { count: missing.length })}</summary>
      <ul className="coverage-missing">
        {missing.map(({ place, title, code, deliverableId, workItemId, submitted }) => (
          <li key={place} className="row-link" lang="zh-TW">
            <Link
              to="/projects/$projectId/items/$itemId"
              params={{ projectId, itemId: workItemId }}
              hash={`deliverable-${deliverableId}`}
              className="cover"
            >
              {code && <span className="code">{code}</span>}
              {title}
            </Link>
            {submitted && <span className="tag tag-soon">{t('deliverable.status.submitted')}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Row({ row, projectId }: { row: StandardCoverage; projectId: string }) {
  const { t } = useI18n();
  const { standard, edition, name, code, accepted, expected, submitted, waived, notApplicable, inStandard } = row;
  const title = name ?? standard;
  const facts = [
    submitted > 0 && t('overview.submitted', { count: submitted }),
    waived > 0 && t('overview.waived', { count: waived }),
    notApplicable > 0 && t('overview.notApplicable', { count: notApplicable }),
    inStandard !== null && t('overview.inStandard', { count: inStandard }),
  ].filter((fact) => fact !== false);
  return (
    <li className="coverage-row">
      <div>
        <p lang="zh-TW">
          {name ? (
            <Link to="/standards/$slug" params={{ slug: standard }}>
              {name} {edition}
            </Link>
          ) : (
            `${standard} ${edition}`
          )}
        </p>
        {code && <p className="muted coverage-code">{code}</p>}
      </div>
      <div>
        <Track
          percent={expected === 0 ? 100 : Math.floor((accepted / expected) * 100)}
          label={t('overview.coverageOf', { name: title })}
          number={`${accepted}/${expected}`}
        />
        <ul className="facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        <Missing missing={row.missing} projectId={projectId} />
      </div>
    </li>
  );
}

/** Outputs accepted of outputs expected, by standard. */
export function CoveragePanel({ projectId }: { projectId: string }) {
  const { t } = useI18n();
  const query = api.useQuery('get', '/api/projects/{id}/coverage', { params: { path: { id: projectId } } });
  if (!query.data) return <LoadState query={query} />;
  const { standards } = query.data;
  return (
    <Panel title={t('overview.coverage')}>
      <p className="field-hint">{standards.length === 0 ? t('overview.coverageNone') : t('overview.coverageHint')}</p>
      <ul>
        {standards.map((row) => (
          <Row key={`${row.standard} ${row.edition}`} row={row} projectId={projectId} />
        ))}
      </ul>
    </Panel>
  );
}

import { getRouteApi } from '@tanstack/react-router';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { useProject } from '../useProject';
import { CloseButton } from './CloseButton';
import { ClosingsPanel } from './ClosingsPanel';
import { OpenGroupPanel } from './OpenGroupPanel';
import { useClosing } from './useClosing';
import { WaiversPanel } from './WaiversPanel';
import '../../../styles/closing.css';

const route = getRouteApi('/inside/projects/$projectId/closing');

/** What is still open before a project is closed, each settled or waived with a reason. */
export function ClosingPage() {
  const { t } = useI18n();
  const { projectId } = route.useParams();
  const project = useProject(projectId).data;
  const { query, waive, takeBack, close } = useClosing(projectId);
  const closing = query.data;
  if (!closing || !project) return <LoadState query={query} />;
  const { open, counts, groups, waivers, closings, status, mayClose } = closing;
  const may = mayClose && status === 'running';
  return (
    <>
      {status !== 'closed' && (
        <Panel
          title={t('closing.title')}
          actions={mayClose && status !== 'cancelled' && <CloseButton {...{ open, close }} waived={waivers.length} />}
        >
          <p className="closing-state" role="status">
            {open > 0 ? t('closing.open', { count: open }) : t('closing.ready')}
            {waivers.length > 0 && t('closing.beside', { count: waivers.length })}
          </p>
          {counts.length > 0 && (
            <ul className="closing-counts">
              {counts.map(({ kind, count }) => (
                <li key={kind}>
                  {t(`closing.kind.${kind}`)} <strong>{count}</strong>
                </li>
              ))}
            </ul>
          )}
          {open > 0 && mayClose && <p className="field-hint">{t('closing.hint')}</p>}
          {mayClose && status === 'on-hold' && <p className="field-hint">{t('closing.onHold')}</p>}
        </Panel>
      )}
      {groups.map((group) => (
        <OpenGroupPanel
          key={`${group.by} ${group.person?.id ?? group.team?.id ?? ''}`}
          {...{ group, projectId }}
          waive={may ? waive : undefined}
        />
      ))}
      <WaiversPanel waivers={waivers} zone={project.zone} takeBack={may ? takeBack : undefined} />
      <ClosingsPanel closings={closings} zone={project.zone} />
    </>
  );
}

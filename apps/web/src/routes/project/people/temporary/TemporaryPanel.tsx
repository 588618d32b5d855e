import { lazy, Suspense, useState } from 'react';
import Button from 'antd/es/button';
import { api } from '../../../../api/client';
import type { Project } from '../../../../api/types';
import { LoadState } from '../../../../components/LoadState';
import { Panel } from '../../../../components/Panel';
import { useI18n } from '../../../../i18n';
import { useUntil } from '../../../join/useUntil';
import { CodeRow } from './CodeRow';
import { MakeCode, type ShownCode } from './MakeCode';
import { StaffRow } from './StaffRow';
import '../../../../styles/joining.css';

const CodeDialog = lazy(() => import('./CodeDialog'));

/** Who helps without an account, and the codes by which they come. Links are known only to the page that made them. */
export function TemporaryPanel({ project }: { project: Project }) {
  const { t } = useI18n();
  const until = useUntil();
  const query = api.useQuery('get', '/api/projects/{id}/temporary-staff', { params: { path: { id: project.id } } });
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<readonly ShownCode[]>([]);
  const [shown, setShown] = useState<ShownCode | null>(null);
  if (!query.data) return <LoadState query={query} />;
  const { codes, staff, teams } = query.data;
  const show = (code: ShownCode) => {
    setMade((all) => [...all, code]);
    setMaking(false);
    setShown(code);
  };
  const linkOf = (id: string) => made.find((code) => code.id === id);
  return (
    <Panel
      title={t('temporary.title')}
      count={staff.length}
      actions={project.status === 'running' && <Button onClick={() => setMaking(true)}>{t('temporary.make')}</Button>}
    >
      <p className="muted">{t('temporary.intro', { until: until({ until: query.data.until, zone: project.zone }) })}</p>
      {staff.length === 0 && <p className="temporary-none">{t('temporary.none')}</p>}
      <ul className="temporary-list">
        {staff.map((one) => (
          <StaffRow
            key={one.person.id}
            one={one}
            project={project}
            code={codes.find(({ id }) => id === one.codeId) ?? null}
          />
        ))}
      </ul>
      {codes.length > 0 && <h3>{t('temporary.codes')}</h3>}
      <ul className="temporary-list">
        {codes.map((code) => {
          const own = linkOf(code.id);
          return <CodeRow key={code.id} code={code} zone={project.zone} show={own && (() => setShown(own))} />;
        })}
      </ul>
      {making && <MakeCode teams={teams} onMade={show} onClose={() => setMaking(false)} />}
      {shown && (
        <Suspense fallback={null}>
          <CodeDialog code={shown} project={project} until={query.data.until} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </Panel>
  );
}

import Button from 'antd/es/button';
import Popconfirm from 'antd/es/popconfirm';
import { api } from '../../../../api/client';
import type { JoinCode, Project, TemporaryStaff } from '../../../../api/types';
import { formatInstant } from '../../../../format/dates';
import { useI18n } from '../../../../i18n';

interface Props {
  one: TemporaryStaff['staff'][number];
  project: Project;
  /** Null where the code has been ended. */
  code: JoinCode | null;
}

export function StaffRow({ one, project, code }: Props) {
  const { t, pick } = useI18n();
  const end = api.useMutation('delete', '/api/projects/{id}/temporary-staff/{personId}');
  const { name, id: personId } = one.person;
  const at = (instant: number) => formatInstant(instant, project.zone);
  return (
    <li className="temporary-row">
      <strong>{name}</strong>
      <span className="tags">
        <span className="tag">{pick(one.team.name, one.team.nameEn)}</span>
      </span>
      <ul className="facts">
        <li>{t('temporary.since', { at: at(one.since) })}</li>
        <li>{t('temporary.seen', { at: at(one.lastSeenAt) })}</li>
        {code && <li>{t('temporary.byCode', { at: at(code.madeAt) })}</li>}
      </ul>
      <Popconfirm
        title={t('temporary.endAsk', { name })}
        okText={t('temporary.end')}
        cancelText={t('common.cancel')}
        onConfirm={() => end.mutate({ params: { path: { id: project.id, personId } } })}
      >
        <Button size="small" danger aria-label={t('temporary.endOf', { name })}>
          {t('temporary.end')}
        </Button>
      </Popconfirm>
    </li>
  );
}

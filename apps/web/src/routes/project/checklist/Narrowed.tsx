import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import { getRouteApi } from '@tanstack/react-router';
import type { Project } from '../../../api/types';
import { DaySpan } from '../../../components/DaySpan';
import { useI18n } from '../../../i18n';

const route = getRouteApi('/inside/projects/$projectId/');

/** What the address narrows the list down to that no filter shows: whose work, and when it is due. */
export function Narrowed({ project }: { project: Project }) {
  const { t } = useI18n();
  const { assignee, dueFrom, dueTo } = route.useSearch();
  const navigate = route.useNavigate();
  if (!assignee && !dueFrom && !dueTo) return null;
  const drop = (part: { assignee?: undefined; dueFrom?: undefined; dueTo?: undefined }) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const who = project.members.find(({ person }) => person.id === assignee)?.person.name;
  return (
    <ul className="narrowed">
      {assignee && (
        <li>
          <button type="button" className="toggle toggle-on" onClick={() => drop({ assignee: undefined })}>
            {t('word.assignee')}
            {t('common.colon')}
            {who ?? t('list.someone')} <CloseOutlined aria-label={t('list.drop')} />
          </button>
        </li>
      )}
      {(dueFrom ?? dueTo) && (
        <li>
          <button
            type="button"
            className="toggle toggle-on"
            onClick={() => drop({ dueFrom: undefined, dueTo: undefined })}
          >
            {t('word.dueDay')}
            {t('common.colon')}
            <DaySpan from={dueFrom ?? null} to={dueTo ?? null} /> <CloseOutlined aria-label={t('list.drop')} />
          </button>
        </li>
      )}
    </ul>
  );
}

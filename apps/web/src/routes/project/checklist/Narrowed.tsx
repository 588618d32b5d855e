import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import { getRouteApi } from '@tanstack/react-router';
import { DaySpan } from '../../../components/DaySpan';
import { useI18n } from '../../../i18n';

const route = getRouteApi('/inside/projects/$projectId/');

/** What the address narrows the list down to that no filter shows: when it is due. */
export function Narrowed() {
  const { t } = useI18n();
  const { dueFrom, dueTo } = route.useSearch();
  const navigate = route.useNavigate();
  if (!dueFrom && !dueTo) return null;
  const drop = () =>
    void navigate({ search: (now) => ({ ...now, dueFrom: undefined, dueTo: undefined }), replace: true });
  return (
    <p className="narrowed">
      <button type="button" className="toggle toggle-on" onClick={drop}>
        {t('word.dueDay')}
        {t('common.colon')}
        <DaySpan from={dueFrom ?? null} to={dueTo ?? null} /> <CloseOutlined aria-label={t('list.drop')} />
      </button>
    </p>
  );
}

import Button from 'antd/es/button';
import { api } from '../../api/client';
import { notify } from '../../app/notify';
import { useI18n } from '../../i18n';

interface Props {
  of: 'row' | 'entry';
  id: string;
  disabled?: boolean;
}

/** Makes a lesson of a finding or an entry with its words; a second time leads to the same. */
export function MakeLesson({ of, id, disabled }: Props) {
  const { t } = useI18n();
  const onSuccess = () => notify.success(t('lessons.made'));
  const ofRow = api.useMutation('post', '/api/register-rows/{id}/lesson', { onSuccess });
  const ofEntry = api.useMutation('post', '/api/record-entries/{id}/lesson', { onSuccess });
  const make = of === 'row' ? ofRow : ofEntry;
  return (
    <Button
      size={of === 'entry' ? 'small' : undefined}
      disabled={disabled}
      loading={make.isPending}
      onClick={() => make.mutate({ params: { path: { id } } })}
    >
      {t('lessons.make')}
    </Button>
  );
}

import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../../api/client';
import { fieldErrors } from '../../../api/problem';
import { DayField } from '../../../components/DayField';
import { Field } from '../../../components/Field';
import { FormModal } from '../../../components/FormModal';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { nextDay } from '../../run-sheet/cues.rules';

interface Props {
  projectId: string;
  day: string;
  onCopied: (day: string) => void;
}

/** The same day once more. */
export function CopyDay({ projectId, day, onCopied }: Props) {
  const { t, locale } = useI18n();
  const [to, setTo] = useState<string | null>(null);
  const copy = api.useMutation('post', '/api/projects/{id}/run-sheet/copy-day', {
    meta: { quiet: true },
    onSuccess: () => {
      if (to) onCopied(to);
      setTo(null);
    },
  });
  const close = () => {
    copy.reset();
    setTo(null);
  };
  return (
    <>
      <Button onClick={() => setTo(nextDay(day))}>{t('runSheet.copyDay')}</Button>
      {to !== null && (
        <FormModal
          open
          title={t('runSheet.copyDayTitle', { day: formatDay(day) })}
          confirm={t('runSheet.copyDay')}
          busy={copy.isPending}
          error={copy.error}
          known={['/toDay']}
          onSubmit={() => copy.mutate({ params: { path: { id: projectId } }, body: { fromDay: day, toDay: to } })}
          onClose={close}
        >
          <Field
            label={t('runSheet.copyTo')}
            hint={t('runSheet.copyHint')}
            error={fieldErrors(copy.error, locale)['/toDay']}
          >
            {(control) => <DayField control={control} value={to} onChange={(given) => setTo(given ?? to)} />}
          </Field>
        </FormModal>
      )}
    </>
  );
}

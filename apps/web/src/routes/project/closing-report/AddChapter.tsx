import { useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../../api/client';
import { fieldErrors } from '../../../api/problem';
import { Field } from '../../../components/Field';
import { FormModal } from '../../../components/FormModal';
import { Input } from '../../../components/late';
import { locale, useI18n } from '../../../i18n';

/** A chapter of one's own, at the end. */
export function AddChapter({ projectId }: { projectId: string }) {
  const { t, locale: shown } = useI18n();
  const navigate = useNavigate();
  const [title, setTitle] = useState<string | null>(null);
  const close = () => {
    add.reset();
    setTitle(null);
  };
  const add = api.useMutation('post', '/api/projects/{id}/closing-report/chapters', {
    meta: { quiet: true },
    onSuccess: ({ key }) => {
      close();
      void navigate({
        to: '/projects/$projectId/closing-report',
        params: { projectId },
        search: (before) => ({ ...before, chapter: key }),
      });
    },
  });
  const errors = fieldErrors(add.error, shown);
  const params = { path: { id: projectId }, query: { language: locale() } };
  return (
    <>
      <Button onClick={() => setTitle('')}>{t('closingReport.add')}</Button>
      <FormModal
        open={title !== null}
        title={t('closingReport.add')}
        confirm={t('common.save')}
        ready={(title ?? '').trim() !== ''}
        busy={add.isPending}
        error={add.error}
        known={Object.keys(errors)}
        onSubmit={() => add.mutate({ params, body: { title: title ?? '' } })}
        onClose={close}
      >
        <Field label={t('closingReport.title')} error={errors['/title']}>
          {(control) => (
            <Input {...control} autoFocus value={title ?? ''} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
      </FormModal>
    </>
  );
}

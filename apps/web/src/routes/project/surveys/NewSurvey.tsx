import Button from 'antd/es/button';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Input, Select } from '../../../components/late';
import { api } from '../../../api/client';
import { fieldErrors } from '../../../api/problem';
import type { Surveys } from '../../../api/types';
import { Field } from '../../../components/Field';
import { FormModal } from '../../../components/FormModal';
import { useI18n } from '../../../i18n';

const EMPTY = 'empty';
const COPY = 'copy:';

function useBeginnings({ items, ready }: Surveys) {
  const { t, pick } = useI18n();
  return [
    ...ready.map(({ key, name, nameEn, questions }) => ({
      ...{ value: key as string, label: t('survey.readyWith', { name: pick(name, nameEn), count: questions }) },
    })),
    ...items.map(({ id, title, titleEn }) => ({
      ...{ value: COPY + id, label: t('survey.copyOf', { title: pick(title, titleEn) }) },
    })),
    { value: EMPTY, label: t('survey.empty') },
  ];
}

/** What a survey begins with, in the words of the API. */
function begunWith(from: string, { ready }: Surveys) {
  if (from.startsWith(COPY)) return { copyOf: from.slice(COPY.length) };
  const found = ready.find(({ key }) => key === from);
  return found ? { ready: found.key } : {};
}

/** A survey from a ready questionnaire, a copy of another, or an empty one. */
export function NewSurvey({ projectId, surveys }: { projectId: string; surveys: Surveys }) {
  const { t, locale } = useI18n();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState<string>(surveys.ready[0]?.key ?? EMPTY);
  const [title, setTitle] = useState('');
  const [titleEn, setTitleEn] = useState('');
  const choices = useBeginnings(surveys);
  const make = api.useMutation('post', '/api/projects/{id}/surveys', {
    meta: { quiet: true },
    onSuccess: ({ id }) =>
      void navigate({ to: '/projects/$projectId/surveys/$surveyId', params: { projectId, surveyId: id } }),
  });
  const errors = fieldErrors(make.error, locale);
  const submit = () => {
    const named = { title: title.trim(), titleEn: titleEn.trim() || null };
    make.mutate({ params: { path: { id: projectId } }, body: { ...named, ...begunWith(from, surveys) } });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('survey.new')}</Button>
      <FormModal
        open={open}
        title={t('survey.newTitle')}
        confirm={t('survey.make')}
        ready={title.trim() !== ''}
        busy={make.isPending}
        error={make.error}
        known={['/title', '/titleEn']}
        onSubmit={submit}
        onClose={() => setOpen(false)}
      >
        <Field label={t('survey.from')}>
          {(control) => <Select {...control} className="wide" value={from} options={choices} onChange={setFrom} />}
        </Field>
        <Field label={t('survey.name')} error={errors['/title']}>
          {(control) => (
            <Input {...control} maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
        <Field label={t('survey.nameEn')} error={errors['/titleEn']} optional>
          {(control) => (
            <Input {...control} maxLength={200} value={titleEn} onChange={(event) => setTitleEn(event.target.value)} />
          )}
        </Field>
      </FormModal>
    </>
  );
}

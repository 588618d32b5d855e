import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import { fieldErrors } from '../../../api/problem';
import type { ReportChapter } from '../../../api/types';
import { Field } from '../../../components/Field';
import { FormError } from '../../../components/FormError';
import { Input, Popconfirm, TextArea } from '../../../components/late';
import { Tick } from '../../../components/Tick';
import { locale, useI18n } from '../../../i18n';
import { bodyOf, type ChapterFields, fieldsOf } from './chapters.rules';
import { type ChapterDrafts, showChapter, useChanging } from './useClosingReport';

interface Props {
  chapter: ReportChapter;
  projectId: string;
  drafts: ChapterDrafts;
  /** After one's own chapter was removed. */
  onRemoved: () => void;
}

const ROUTE = '/api/projects/{id}/closing-report/chapters/{key}';

function useInWords() {
  const { t } = useI18n();
  return (fields: ChapterFields, own: boolean, field: keyof ChapterFields): readonly [string, string] => [
    field === 'title' ? t('closingReport.title') : t(labelOf(field, own)),
    fields[field] || t('common.none'),
  ];
}

const labelOf = (field: 'textBefore' | 'textAfter', own: boolean) =>
  own && field === 'textBefore' ? 'closingReport.text' : (`closingReport.${field}` as const);

/** Whether it is printed; of one's own chapter also its end. */
function Choices({ chapter, projectId, onRemoved }: Omit<Props, 'drafts'>) {
  const { t } = useI18n();
  const edit = api.useMutation('patch', ROUTE, { onSuccess: (after) => showChapter(projectId, after) });
  const changing = useChanging();
  // The box shows what was asked for until that is known: it would jump back for a moment.
  const [asked, setAsked] = useState<boolean | null>(null);
  const remove = api.useMutation('delete', ROUTE, { onSuccess: onRemoved });
  const path = { id: projectId, key: chapter.key };
  const header = ifMatch(chapter);
  const include = (included: boolean) => {
    setAsked(included);
    const params = { path, query: { language: locale() }, header };
    edit.mutate({ params, body: { included } }, { onSettled: () => setAsked(null) });
  };
  return (
    <div className="report-choices">
      <Tick checked={asked ?? chapter.included} disabled={!chapter.mayEdit || changing} onChange={include}>
        {t('closingReport.include')}
      </Tick>
      {chapter.own && chapter.mayEdit && (
        <Popconfirm
          title={t('closingReport.removeAsk')}
          okText={t('closingReport.remove')}
          cancelText={t('common.cancel')}
          onConfirm={() => remove.mutate({ params: { path, header } })}
        >
          <Button size="small" type="text" loading={remove.isPending}>
            {t('closingReport.remove')}
          </Button>
        </Popconfirm>
      )}
    </div>
  );
}

interface FieldProps {
  chapter: ReportChapter;
  fields: ChapterFields;
  errors: Record<string, string>;
  change: (part: Partial<ChapterFields>) => void;
}

function TextFields({ chapter: { own, name, mayEdit }, fields, errors, change }: FieldProps) {
  const { t, locale: shown } = useI18n();
  return (
    <>
      <Field label={t('closingReport.title')} error={errors['/title']}>
        {(control) => (
          <Input
            {...control}
            disabled={!mayEdit}
            value={fields.title}
            placeholder={name ? t('closingReport.asCalled', { name: shown === 'en' ? name.en : name.zh }) : undefined}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      {(own ? (['textBefore'] as const) : (['textBefore', 'textAfter'] as const)).map((field) => (
        <Field
          key={field}
          label={t(labelOf(field, own))}
          optional
          hint={field === 'textBefore' ? t('closingReport.textHint') : undefined}
          error={errors[`/${field}`]}
        >
          {(control) => (
            <TextArea
              {...control}
              disabled={!mayEdit}
              autoSize={{ minRows: own ? 8 : 3, maxRows: 24 }}
              value={fields[field]}
              onChange={(event) => change({ [field]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </>
  );
}

/** What people write into a chapter: its title, and texts before and behind its data. */
export function ChapterText({ chapter, projectId, drafts, onRemoved }: Props) {
  const { t, locale: shown } = useI18n();
  const inWords = useInWords();
  const { key, own } = chapter;
  const draft = drafts.of(chapter);
  const changes = drafts.changesOf(key);
  const edit = api.useMutation('patch', ROUTE, {
    meta: { quiet: true },
    onSuccess: (after, { body }) => {
      showChapter(projectId, after);
      drafts.saved(body, after);
    },
    onError: (error) => drafts.refused(key, error),
  });
  const errors = fieldErrors(edit.error, shown);
  const save = () => {
    if (!draft) return;
    const params = { path: { id: projectId, key }, query: { language: locale() }, header: ifMatch(draft.seen) };
    edit.mutate({ params, body: bodyOf(changes) });
  };
  const stop = () => {
    edit.reset();
    drafts.end(key);
  };
  return (
    <div className="report-text">
      <Choices {...{ chapter, projectId, onRemoved }} />
      <FormError
        error={edit.error}
        known={Object.keys(errors)}
        present={draft?.moved.map((field) => inWords(fieldsOf(draft.seen), own, field))}
      />
      <TextFields
        {...{ chapter, errors }}
        fields={draft?.fields ?? fieldsOf(chapter)}
        change={(part) => drafts.change(chapter, part)}
      />
      {Object.keys(changes).length > 0 && (
        <p className="report-save">
          <Button type="primary" loading={edit.isPending} onClick={save}>
            {t('common.save')}
          </Button>
          <Button onClick={stop}>{t('closingReport.stop')}</Button>
        </p>
      )}
    </div>
  );
}

import Button from 'antd/es/button';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import type { Project, RecordEntry } from '../../../api/types';
import { Popconfirm } from '../../../components/late';
import { useEdit } from '../../../components/useEdit';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { RecordForm } from './RecordForm';
import { actionsOf, bodyOf, fieldsOf, type RecordFields } from './recordFields';

/** A field of the entry as it is now, in words. */
function useInWords() {
  const { t } = useI18n();
  return (entry: RecordEntry, field: keyof RecordFields): readonly [string, string] => {
    const fields = fieldsOf(entry);
    const none = t('common.none');
    const words = {
      kind: [t('record.kindWord'), t(`record.kind.${fields.kind}`)],
      day: [t('record.day'), formatDay(fields.day)],
      title: [t('record.what'), fields.title],
      place: [t('record.place'), fields.place ?? none],
      present: [t('record.present'), fields.present ?? none],
      notes: [t('record.notes'), fields.notes ?? none],
      decisions: [t('record.decisions'), entry.decisions.join(t('common.comma')) || none],
      actions: [
        t('record.actions'),
        actionsOf(fields)
          .map(({ text }) => text)
          .join(t('common.comma')) || none,
      ],
    } as const;
    return words[field];
  };
}

export function EditEntry({ entry, project }: { entry: RecordEntry; project: Project }) {
  const { t } = useI18n();
  const inWords = useInWords();
  const draft = useEdit(fieldsOf);
  const edit = api.useMutation('patch', '/api/record-entries/{id}', {
    meta: { quiet: true },
    onSuccess: draft.end,
    onError: draft.refused,
  });
  const close = () => {
    edit.reset();
    draft.end();
  };
  const submit = () => {
    if (!draft.edit) return;
    const params = { path: { id: entry.id }, header: ifMatch(draft.edit.seen) };
    edit.mutate({ params, body: bodyOf(draft.changes) });
  };
  return (
    <>
      <Button size="small" type="text" onClick={() => draft.change(entry, {})}>
        {t('common.edit')}
      </Button>
      {draft.edit && (
        <RecordForm
          title={t('record.edit')}
          project={project}
          fields={draft.edit.fields}
          set={(part) => draft.change(entry, part)}
          busy={edit.isPending}
          error={edit.error}
          present={draft.edit.moved.map((field) => inWords(draft.edit!.seen, field))}
          onSubmit={submit}
          onClose={close}
        />
      )}
    </>
  );
}

export function RemoveEntry({ entry }: { entry: RecordEntry }) {
  const { t } = useI18n();
  const remove = api.useMutation('delete', '/api/record-entries/{id}');
  const params = { path: { id: entry.id }, header: ifMatch(entry) };
  return (
    <Popconfirm
      title={t('record.removeAsk')}
      okText={t('record.remove')}
      cancelText={t('common.cancel')}
      onConfirm={() => remove.mutate({ params })}
    >
      <Button size="small" type="text" loading={remove.isPending}>
        {t('record.remove')}
      </Button>
    </Popconfirm>
  );
}

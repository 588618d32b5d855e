import Button from 'antd/es/button';
import { api } from '../../api/client';
import { ifMatch } from '../../api/edit';
import { fieldErrors } from '../../api/problem';
import type { Deliverable } from '../../api/types';
import { FormModal } from '../../components/FormModal';
import { useEdit } from '../../components/useEdit';
import { formatDay } from '../../format/dates';
import { useI18n } from '../../i18n';
import { accepterOf, DeliverableFields, type DeliverableDraft } from './DeliverableFields';
import { changeItem } from './useItem';

const POINTERS = ['/title', '/kind', '/accepter', '/evidence', '/startDay', '/dueDay'];

const draftOf = ({ title, evidence, kind, accepter, startDay, dueDay }: Deliverable): DeliverableDraft => ({
  ...{ title, evidence, kind, startDay, dueDay },
  accepter: accepter ?? 'nobody',
});

const bodyOf = ({ accepter, ...rest }: Partial<DeliverableDraft>) =>
  accepter === undefined ? rest : { ...rest, accepter: accepterOf({ accepter }) };

/** A field of the deliverable as it is now, in words. */
function useInWords() {
  const { t, pick } = useI18n();
  return (row: Deliverable, field: keyof DeliverableDraft): readonly [string, string] => {
    const words = {
      title: [t('word.title'), pick(row.title, row.titleEn)],
      accepter: [
        t('deliverable.accepter'),
        row.accepter === null ? t('deliverable.noAccepter') : t(`role.${row.accepter}`),
      ],
      kind: [t('deliverable.kindWord'), t(`deliverable.kind.${row.kind}`)],
      evidence: [t('deliverable.evidenceWord'), t(`deliverable.evidence.${row.evidence}`)],
      startDay: [t('word.startDay'), row.startDay ? formatDay(row.startDay) : t('date.none')],
      dueDay: [t('word.dueDay'), row.dueDay ? formatDay(row.dueDay) : t('date.none')],
    } as const;
    return words[field];
  };
}

/** Changes what the plan said of a deliverable: its days, who accepts it, whether evidence is asked for. */
export function EditDeliverable({ deliverable, offered }: { deliverable: Deliverable; offered: boolean }) {
  const { t, locale, pick } = useI18n();
  const inWords = useInWords();
  const draft = useEdit(draftOf);
  const edit = api.useMutation('patch', '/api/deliverables/{id}', {
    meta: { quiet: true },
    onSuccess: (after) => {
      changeItem(after.workItemId, (item) => ({
        ...item,
        deliverableList: item.deliverableList.map((row) => (row.id === after.id ? after : row)),
      }));
      draft.end();
    },
    onError: draft.refused,
  });
  const close = () => {
    edit.reset();
    draft.end();
  };
  const submit = () => {
    if (!draft.edit) return;
    const params = { path: { id: deliverable.id }, header: ifMatch(draft.edit.seen) };
    edit.mutate({ params, body: bodyOf(draft.changes) });
  };
  return (
    <>
      {offered && (
        <Button type="text" onClick={() => draft.change(deliverable, {})}>
          {t('common.edit')}
        </Button>
      )}
      <FormModal
        open={draft.edit !== null}
        title={`${t('deliverable.editTitle')}${t('common.colon')}${pick(deliverable.title, deliverable.titleEn)}`}
        confirm={t('common.save')}
        busy={edit.isPending}
        error={edit.error}
        known={POINTERS}
        present={draft.edit?.moved.map((field) => inWords(draft.edit!.seen, field))}
        onSubmit={submit}
        onClose={close}
      >
        {draft.edit && (
          <DeliverableFields
            titled={deliverable.code === null && deliverable.sources.length === 0}
            draft={draft.edit.fields}
            set={(part) => draft.change(deliverable, part)}
            errors={fieldErrors(edit.error, locale)}
          />
        )}
      </FormModal>
    </>
  );
}

import Button from 'antd/es/button';
import Modal from 'antd/es/modal';
import Popconfirm from 'antd/es/popconfirm';
import { useState } from 'react';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import { fieldErrors } from '../../../api/problem';
import type { Milestone, Project } from '../../../api/types';
import { FormError } from '../../../components/FormError';
import { FormModal } from '../../../components/FormModal';
import { useEdit } from '../../../components/useEdit';
import { useI18n } from '../../../i18n';
import { draftOf, emptyMilestone, MilestoneFields, type MilestoneDraft } from './MilestoneFields';
import type { countable } from './useMilestones';

const POINTERS = ['/kind', '/name', '/nameEn', '/key', '/day', '/rule', '/amount', '/note'];

type Anchors = ReturnType<typeof countable>;

/** What stands in the form as the server takes it: empty texts are none, and a day or a rule as was chosen. */
function bodyOf({ how, day, rule, key, withWork, ...facts }: MilestoneDraft) {
  const text = (value: string) => value.trim() || undefined;
  const { kind, name, nameEn, amount, note } = facts;
  const when = how === 'day' ? { day: day ?? undefined } : { rule: text(rule) };
  return {
    kind,
    name: name.trim(),
    nameEn: text(nameEn),
    amount: text(amount),
    note: text(note),
    key: text(key),
    withWork,
    ...when,
  };
}

export function NewMilestone({ project, anchors }: { project: Project; anchors: Anchors }) {
  const { t, locale } = useI18n();
  const [draft, setDraft] = useState<MilestoneDraft | null>(null);
  const add = api.useMutation('post', '/api/projects/{id}/milestones', {
    meta: { quiet: true },
    onSuccess: () => setDraft(null),
  });
  const close = () => {
    add.reset();
    setDraft(null);
  };
  const submit = () => {
    if (draft) add.mutate({ params: { path: { id: project.id } }, body: bodyOf(draft) });
  };
  return (
    <>
      <Button onClick={() => setDraft(emptyMilestone)}>{t('milestones.add')}</Button>
      <FormModal
        open={draft !== null}
        title={t('milestones.addTitle')}
        confirm={t('milestones.add')}
        ready={!!draft?.name.trim()}
        busy={add.isPending}
        error={add.error}
        known={POINTERS}
        onSubmit={submit}
        onClose={close}
      >
        {draft && (
          <MilestoneFields
            isNew
            draft={draft}
            set={(part) => setDraft({ ...draft, ...part })}
            errors={fieldErrors(add.error, locale)}
            anchors={anchors}
          />
        )}
      </FormModal>
    </>
  );
}

/** Only what was changed goes out; an emptied text clears its field. */
function changesFor(
  { how, day, rule, key: _key, withWork: _work, ...facts }: Partial<MilestoneDraft>,
  all: MilestoneDraft,
) {
  const timed = how !== undefined || day !== undefined || rule !== undefined;
  const when = !timed ? {} : all.how === 'day' ? { day: all.day ?? undefined } : { rule: all.rule.trim() || undefined };
  const cleared = (value: string | undefined) => (value === undefined ? undefined : value.trim() || null);
  return {
    kind: facts.kind,
    name: facts.name?.trim(),
    nameEn: cleared(facts.nameEn),
    amount: cleared(facts.amount),
    note: cleared(facts.note),
    ...when,
  };
}

interface FooterProps {
  milestone: Milestone;
  busy: boolean;
  removing: boolean;
  submit: () => void;
  remove: () => void;
  close: () => void;
}

function EditFooter({ milestone, busy, removing, submit, remove, close }: FooterProps) {
  const { t, pick } = useI18n();
  return (
    <div className="milestone-footer">
      <Popconfirm
        title={t('milestones.removeAsk', { name: pick(milestone.name, milestone.nameEn) })}
        okText={t('milestones.remove')}
        cancelText={t('common.cancel')}
        onConfirm={remove}
      >
        <Button danger loading={removing}>
          {t('milestones.remove')}
        </Button>
      </Popconfirm>
      <span>
        <Button onClick={close}>{t('common.cancel')}</Button>{' '}
        <Button type="primary" loading={busy} onClick={submit}>
          {t('common.save')}
        </Button>
      </span>
    </div>
  );
}

export function EditMilestone({ milestone, anchors }: { milestone: Milestone; anchors: Anchors }) {
  const { t, locale, pick } = useI18n();
  const draft = useEdit(draftOf);
  const path = { id: milestone.id };
  const edit = api.useMutation('patch', '/api/milestones/{id}', {
    meta: { quiet: true },
    onSuccess: draft.end,
    onError: draft.refused,
  });
  const remove = api.useMutation('delete', '/api/milestones/{id}', { meta: { quiet: true }, onSuccess: draft.end });
  const close = () => {
    edit.reset();
    remove.reset();
    draft.end();
  };
  const submit = () => {
    if (!draft.edit) return;
    const body = changesFor(draft.changes, draft.edit.fields);
    edit.mutate({ params: { path, header: ifMatch(draft.edit.seen) }, body });
  };
  return (
    <>
      <Button
        size="small"
        aria-label={`${t('common.edit')}${t('common.colon')}${pick(milestone.name, milestone.nameEn)}`}
        onClick={() => draft.change(milestone, {})}
      >
        {t('common.edit')}
      </Button>
      <Modal
        open={draft.edit !== null}
        title={t('milestones.editTitle')}
        onCancel={close}
        destroyOnHidden
        footer={
          <EditFooter
            {...{ milestone, submit, close }}
            busy={edit.isPending}
            removing={remove.isPending}
            remove={() => remove.mutate({ params: { path } })}
          />
        }
      >
        <FormError error={edit.error ?? remove.error} known={POINTERS} />
        {draft.edit && (
          <MilestoneFields
            draft={draft.edit.fields}
            set={(part) => draft.change(milestone, part)}
            errors={fieldErrors(edit.error, locale)}
            anchors={anchors}
          />
        )}
        <p className="field-hint">{t('milestones.moved')}</p>
      </Modal>
    </>
  );
}

import { useState } from 'react';
import { Choices } from '../../components/Choices';
import { Field } from '../../components/Field';
import { FormModal } from '../../components/FormModal';
import { InputNumber, Select, TextArea } from '../../components/late';
import { useI18n } from '../../i18n';
import { AUDIENCES, type bodyOf, bodyOf as sent, isReady, KINDS, type LessonDraft, PROPOSALS } from './draft';

interface Props {
  title: string;
  initial: LessonDraft;
  /** It is at a task, so that templates can learn from it. */
  proposes: boolean;
  save: (body: ReturnType<typeof bodyOf>) => Promise<unknown>;
  onClose: () => void;
}

/** Writes a lesson down: what was learnt, for whom, and what templates could do about it. */
export function LessonForm({ title, initial, proposes, save, onClose }: Props) {
  const { t } = useI18n();
  const [draft, setDraft] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const set = (change: Partial<LessonDraft>) => setDraft((now) => ({ ...now, ...change }));
  const submit = () => {
    setBusy(true);
    setError(null);
    save(sent(draft, proposes))
      .then(onClose, setError)
      .finally(() => setBusy(false));
  };
  return (
    <FormModal
      open
      title={title}
      confirm={t('common.save')}
      ready={isReady(draft)}
      busy={busy}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Choices
        legend={t('lessons.kind.legend')}
        value={draft.kind}
        choices={KINDS.map((value) => ({ value, label: t(`lessons.kind.${value}`) }))}
        onChange={(kind) => set({ kind })}
      />
      <Field label={t('lessons.text')}>
        {(control) => (
          <TextArea
            {...control}
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={draft.text}
            onChange={(event) => set({ text: event.target.value })}
          />
        )}
      </Field>
      {proposes && <ProposalFields draft={draft} set={set} />}
      <Choices
        legend={t('lessons.audience.legend')}
        look="list"
        value={draft.audience}
        choices={AUDIENCES.map((value) => ({
          value,
          label: t(`lessons.audience.${value}`),
          hint: value === 'house' ? t('lessons.audience.houseHint') : undefined,
        }))}
        onChange={(audience) => set({ audience })}
      />
    </FormModal>
  );
}

function ProposalFields({ draft, set }: { draft: LessonDraft; set: (change: Partial<LessonDraft>) => void }) {
  const { t } = useI18n();
  const { what } = draft;
  return (
    <>
      <Field label={t('lessons.proposal.legend')} optional hint={t('lessons.proposal.hint')}>
        {(control) => (
          <Select
            {...control}
            className="wide"
            allowClear
            value={what ?? undefined}
            options={PROPOSALS.map((value) => ({ value, label: t(`lessons.proposal.${value}`) }))}
            onChange={(value?: LessonDraft['what']) => set({ what: value ?? null })}
          />
        )}
      </Field>
      {what === 'days' && (
        <div className="lesson-days">
          <Field label={t('lessons.proposal.howMany')}>
            {(control) => (
              <InputNumber
                {...control}
                min={1}
                max={365}
                precision={0}
                value={draft.days}
                onChange={(days) => set({ days: Number(days) || 1 })}
              />
            )}
          </Field>
          <Choices
            legend={t('lessons.proposal.direction')}
            hideLegend
            value={draft.later ? 'later' : 'earlier'}
            choices={(['earlier', 'later'] as const).map((value) => ({ value, label: t(`lessons.proposal.${value}`) }))}
            onChange={(value) => set({ later: value === 'later' })}
          />
        </div>
      )}
      {(what === 'add-task' || what === 'note') && (
        <Field label={t(what === 'note' ? 'lessons.proposal.noteText' : 'lessons.proposal.taskTitle')}>
          {(control) => (
            <TextArea
              {...control}
              autoSize={{ minRows: 1, maxRows: 6 }}
              value={draft.words}
              onChange={(event) => set({ words: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}

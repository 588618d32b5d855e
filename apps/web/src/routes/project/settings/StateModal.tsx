import Input from 'antd/es/input';
import Modal from 'antd/es/modal';
import { useEffect, useState } from 'react';
import { api } from '../../../api/client';
import { fieldErrors } from '../../../api/problem';
import type { ChangeState, Project } from '../../../api/types';
import { Choices } from '../../../components/Choices';
import { DayField } from '../../../components/DayField';
import { Field } from '../../../components/Field';
import { FormError } from '../../../components/FormError';
import { useI18n } from '../../../i18n';
import { StateEffect } from './StateEffect';

interface Props {
  project: Project;
  to: ChangeState['to'];
  onClose: () => void;
}

const TITLES = { running: 'resume', 'on-hold': 'hold', cancelled: 'cancel' } as const;
const SHIFTS = ['keep', 'by-pause'] as const;
type Shift = (typeof SHIFTS)[number];

interface RestProps {
  to: ChangeState['to'];
  resumeDay: string | null;
  setResumeDay: (day: string | null) => void;
  shift: Shift;
  setShift: (shift: Shift) => void;
  error?: string;
}

/** Until when it rests, or what becomes of its days when it goes on. */
function RestFields({ to, resumeDay, setResumeDay, shift, setShift, error }: RestProps) {
  const { t } = useI18n();
  if (to === 'on-hold') {
    return (
      <Field label={t('projectState.resumeDay')} optional hint={t('projectState.resumeDayHint')} error={error}>
        {(control) => <DayField control={control} value={resumeDay} onChange={setResumeDay} />}
      </Field>
    );
  }
  if (to !== 'running') return null;
  return (
    <Choices
      legend={t('projectState.shift.label')}
      value={shift}
      choices={SHIFTS.map((value) => ({ value, label: t(`projectState.shift.${value}`) }))}
      onChange={setShift}
    />
  );
}

/** Asks for the reason and shows what the change does to days and reminders before it is done. */
export function StateModal({ project, to, onClose }: Props) {
  const { t, locale } = useI18n();
  const [reason, setReason] = useState('');
  const [resumeDay, setResumeDay] = useState<string | null>(null);
  const [shift, setShift] = useState<Shift>('keep');
  const params = { path: { id: project.id } };
  const { mutate: look, ...preview } = api.useMutation('post', '/api/projects/{id}/state/preview', {
    meta: { quiet: true, ownRefresh: true },
  });
  const change = api.useMutation('post', '/api/projects/{id}/state', { meta: { quiet: true }, onSuccess: onClose });
  const title = t(`projectState.${TITLES[to]}`);
  useEffect(() => {
    look({ params: { path: { id: project.id } }, body: { to, reason: title, ...restOf(to, resumeDay, shift) } });
  }, [look, project.id, to, resumeDay, shift, title]);
  const error = change.error ?? preview.error;
  const errors = fieldErrors(error, locale);
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t('projectState.back')}
      okButtonProps={{ disabled: reason.trim() === '', danger: to === 'cancelled' }}
      confirmLoading={change.isPending}
      onOk={() => change.mutate({ params, body: { to, reason: reason.trim(), ...restOf(to, resumeDay, shift) } })}
      onCancel={onClose}
    >
      <FormError error={error} known={['/resumeDay', '/reason']} />
      <Field label={t('common.reason')} error={errors['/reason']}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <RestFields {...{ to, resumeDay, setResumeDay, shift, setShift }} error={errors['/resumeDay']} />
      {preview.data && <StateEffect outcome={preview.data} />}
    </Modal>
  );
}

function restOf(
  to: ChangeState['to'],
  resumeDay: string | null,
  shift: Shift,
): Pick<ChangeState, 'resumeDay' | 'shift'> {
  if (to === 'on-hold' && resumeDay) return { resumeDay };
  return to === 'running' ? { shift } : {};
}

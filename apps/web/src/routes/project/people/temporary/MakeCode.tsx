import InputNumber from 'antd/es/input-number';
import { useState } from 'react';
import { api } from '../../../../api/client';
import { fieldErrors } from '../../../../api/problem';
import type { TemporaryStaff } from '../../../../api/types';
import { Choices } from '../../../../components/Choices';
import { Field } from '../../../../components/Field';
import { FormModal } from '../../../../components/FormModal';
import { TeamField } from '../../../../components/WorkFields';
import { useI18n } from '../../../../i18n';

/** A code whose link this page has been told: nobody is told it again. */
export interface ShownCode {
  id: string;
  link: string;
  team: TemporaryStaff['teams'][number];
}

const HOURS = ['4', '24', '72', 'event'] as const;
const MOST = 500;
const USUAL = 30;

interface Props {
  teams: TemporaryStaff['teams'];
  onMade: (code: ShownCode) => void;
  onClose: () => void;
}

/** Asks for whom, how long and how many, and makes a code. */
export function MakeCode({ teams, onMade, onClose }: Props) {
  const { t, locale } = useI18n();
  const [teamId, setTeamId] = useState<string | undefined>(teams.length === 1 ? teams[0]?.id : undefined);
  const [hours, setHours] = useState<(typeof HOURS)[number]>('24');
  const [most, setMost] = useState<number | null>(USUAL);
  const make = api.useMutation('post', '/api/join-codes', { meta: { quiet: true } });
  const errors = fieldErrors(make.error, locale);
  const team = teams.find(({ id }) => id === teamId);
  const submit = () => {
    if (!team || most === null) return;
    const body = { teamId: team.id, hours: hours === 'event' ? null : Number(hours), most };
    make.mutate({ body }, { onSuccess: (made) => onMade({ ...made, team }) });
  };
  return (
    <FormModal
      open
      title={t('temporary.makeTitle')}
      confirm={t('temporary.makeConfirm')}
      ready={team !== undefined && most !== null}
      busy={make.isPending}
      error={make.error}
      known={['/teamId', '/hours', '/most']}
      onSubmit={submit}
      onClose={onClose}
    >
      <TeamField teams={teams} value={teamId} onChange={setTeamId} error={errors['/teamId']} />
      <Choices
        legend={t('temporary.hours')}
        value={hours}
        choices={HOURS.map((value) => ({ value, label: t(`temporary.hoursOf.${value}`) }))}
        onChange={setHours}
      />
      <Field label={t('temporary.most')} hint={t('temporary.mostHint')} error={errors['/most']}>
        {(control) => <InputNumber {...control} min={1} max={MOST} precision={0} value={most} onChange={setMost} />}
      </Field>
    </FormModal>
  );
}

import { type ReactNode, useState } from 'react';
import { api } from '../../../api/client';
import { fieldErrors } from '../../../api/problem';
import type { Project, RunSheet } from '../../../api/types';
import { DayField } from '../../../components/DayField';
import { Field } from '../../../components/Field';
import { FormModal } from '../../../components/FormModal';
import { AutoComplete, Input, InputNumber, Select, TextArea } from '../../../components/late';
import { PeopleSelect } from '../../../components/PersonSelect';
import { Tick } from '../../../components/Tick';
import { useI18n } from '../../../i18n';
import { readClock } from '../../run-sheet/cues.rules';
import { type ChosenWork, type CueFields, isReady, listOf } from './cueFields';
import { FilesField } from './FilesField';

interface PartProps {
  fields: CueFields;
  set: (part: Partial<CueFields>) => void;
  errors: Record<string, string>;
  sheet: RunSheet;
  project: Project;
}

const LONGEST = 1440;

function When({ fields, set, errors }: PartProps) {
  const { t } = useI18n();
  const unread = fields.start.trim() !== '' && readClock(fields.start) === null;
  return (
    <>
      <Field label={t('runSheet.day')} error={errors['/day']}>
        {(control) => (
          <DayField control={control} value={fields.day} onChange={(day) => set({ day: day ?? fields.day })} />
        )}
      </Field>
      <div className="field-pair">
        <Field
          label={t('runSheet.start')}
          hint={t('runSheet.startHint')}
          error={unread ? t('runSheet.startWrong') : errors['/minute']}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              value={fields.start}
              onChange={(event) => set({ start: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('runSheet.minutes')} error={errors['/minutes']}>
          {(control) => (
            <InputNumber
              {...control}
              min={0}
              max={LONGEST}
              precision={0}
              value={fields.minutes}
              onChange={(minutes) => set({ minutes: minutes === null ? null : Number(minutes) })}
            />
          )}
        </Field>
      </div>
    </>
  );
}

function WhatAndWhere({ fields, set, errors, sheet }: PartProps) {
  const { t } = useI18n();
  const places = [...new Set(sheet.cues.map(({ place }) => place))];
  return (
    <>
      <Field label={t('runSheet.what')} error={errors['/title']}>
        {(control) => (
          <Input {...control} autoFocus value={fields.title} onChange={(event) => set({ title: event.target.value })} />
        )}
      </Field>
      <Field label={t('runSheet.place')} error={errors['/place']}>
        {(control) => (
          <AutoComplete
            {...control}
            className="wide"
            options={places.map((value) => ({ value }))}
            value={fields.place}
            onChange={(place: string) => set({ place })}
          />
        )}
      </Field>
      <Tick checked={fields.fixed} onChange={(fixed) => set({ fixed })}>
        {t('runSheet.fixedLong')}
      </Tick>
    </>
  );
}

function Who({ fields, set, errors, project }: PartProps) {
  const { t, pick } = useI18n();
  const people = [...project.members.map(({ person }) => person), ...project.teams.flatMap((team) => team.temporary)];
  return (
    <>
      <Field label={t('runSheet.people')} optional error={errors['/personIds']}>
        {(control) => (
          <PeopleSelect
            control={control}
            people={people}
            value={listOf(fields.people)}
            onChange={(ids) => set({ people: JSON.stringify(ids) })}
          />
        )}
      </Field>
      <Field label={t('runSheet.team')} optional error={errors['/teamId']}>
        {(control) => (
          <Select
            {...control}
            className="wide"
            allowClear
            value={fields.teamId ?? undefined}
            options={project.teams.map(({ id, name, nameEn }) => ({ value: id, label: pick(name, nameEn) }))}
            onChange={(teamId?: string) => set({ teamId: teamId ?? null })}
          />
        )}
      </Field>
      <Field label={t('runSheet.outsiders')} hint={t('runSheet.outsidersHint')} optional error={errors['/outside']}>
        {(control) => (
          <Input
            {...control}
            value={fields.outside ?? ''}
            onChange={(event) => set({ outside: event.target.value || null })}
          />
        )}
      </Field>
    </>
  );
}

/** The work that the cue is about, found by typing a part of its title. */
function WorkField({ fields, set, errors, project }: PartProps) {
  const { t, pick } = useI18n();
  const [text, setText] = useState('');
  const asked = { params: { path: { id: project.id }, query: { limit: 20, ...(text && { q: text }) } } };
  const found = api.useQuery('get', '/api/projects/{id}/work-items', asked).data?.items ?? [];
  const [chosen] = listOf<ChosenWork>(fields.work);
  const options = found.map(({ id, title, titleEn }) => ({ value: id, label: pick(title, titleEn) }));
  const own = chosen && !options.some(({ value }) => value === chosen.id) ? [chosen] : [];
  return (
    <Field label={t('runSheet.work')} optional error={errors['/workItemId']}>
      {(control) => (
        <Select
          {...control}
          className="wide"
          allowClear
          value={chosen?.id}
          options={[...own.map(({ id, title }) => ({ value: id, label: title })), ...options]}
          showSearch={{ filterOption: false, onSearch: setText }}
          onChange={(id?: string) => {
            const title = options.find(({ value }) => value === id)?.label ?? '';
            set({ work: JSON.stringify(id ? [{ id, title }] : []) });
          }}
        />
      )}
    </Field>
  );
}

interface Props extends Omit<PartProps, 'errors'> {
  title: string;
  busy: boolean;
  error: unknown;
  present?: Parameters<typeof FormModal>[0]['present'];
  /** What else can be done with it. */
  more?: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
}

/** One cue: when, what and where, who, what is to be done, and with what. */
export function CueForm({ title, busy, error, present, more, onSubmit, onClose, ...rest }: Props) {
  const { t, locale } = useI18n();
  const errors = ofOne(fieldErrors(error, locale));
  const part = { ...rest, errors };
  const { fields, set } = rest;
  return (
    <FormModal
      open
      title={title}
      confirm={t('common.save')}
      ready={isReady(fields)}
      busy={busy}
      error={error}
      known={Object.keys(fieldErrors(error, locale)).filter((pointer) => !/\/files\//.test(pointer))}
      present={present}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <WhatAndWhere {...part} />
      <When {...part} />
      <Who {...part} />
      <Field label={t('runSheet.notes')} hint={t('runSheet.notesHint')} optional error={errors['/notes']}>
        {(control) => (
          <TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 12 }}
            value={fields.notes ?? ''}
            onChange={(event) => set({ notes: event.target.value || null })}
          />
        )}
      </Field>
      <FilesField
        projectId={rest.project.id}
        files={listOf(fields.files)}
        onChange={(files) => set({ files: JSON.stringify(files) })}
      />
      <WorkField {...part} />
      {more}
    </FormModal>
  );
}

/** A new cue is sent as the only one of a list. */
function ofOne(errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([at, text]) => [at.replace(/^\/cues\/0/, ''), text]));
}

import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Input from 'antd/es/input';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../api/client';
import { fieldErrors } from '../../../api/problem';
import type { components } from '../../../api/schema';
import { DayField } from '../../../components/DayField';
import { Field } from '../../../components/Field';
import { FormError } from '../../../components/FormError';
import { formatDay } from '../../../format/dates';
import { roleName } from '../../../format/roles';
import { useI18n } from '../../../i18n';

type NextEdition = components['schemas']['NextEdition'];
type PickText = ReturnType<typeof useI18n>['pick'];
type GivenDays = { opening?: string; closing?: string };

interface Props {
  projectId: string;
  suggested: NextEdition;
  days: GivenDays;
  setDays: (days: GivenDays) => void;
}

export function NextEditionForm({ projectId, suggested, days, setDays }: Props) {
  const { t, locale, pick } = useI18n();
  const navigate = useNavigate();
  const [name, setName] = useState<string | null>(null);
  const [leftPeople, setLeftPeople] = useState<readonly string[]>(
    suggested.people.filter(({ role }) => role === 'viewer').map(({ id }) => id),
  );
  const [leftItems, setLeftItems] = useState<readonly string[]>([]);
  const start = api.useMutation('post', '/api/projects', {
    meta: { quiet: true },
    onSuccess: ({ id }) => void navigate({ to: '/projects/$projectId', params: { projectId: id } }),
  });
  const errors = fieldErrors(start.error, locale);
  const { template, client, venue, zone, opening, closing, anchors, options, strictChecks } = suggested;
  const submit = () =>
    start.mutate({
      body: {
        ...{ template: template.slug, name: name ?? suggested.name, zone, opening, closing, strictChecks },
        ...{ anchors, options: options as never, from: projectId },
        ...(client && { client }),
        ...(venue && { venue }),
        keepPeople: suggested.people.map(({ id }) => id).filter((id) => !leftPeople.includes(id)) as never,
        keepOwnItems: suggested.ownItems.map(({ id }) => id).filter((id) => !leftItems.includes(id)) as never,
      },
    });
  return (
    <>
      <FormError error={start.error} known={['/name', '/opening', '/closing']} />
      <Field label={t('nextEdition.name')} error={errors['/name']}>
        {(control) => (
          <Input {...control} value={name ?? suggested.name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Days suggested={suggested} days={days} setDays={setDays} errors={errors} />
      <Kept
        legend={t('nextEdition.people')}
        none={t('nextEdition.noPeople')}
        left={leftPeople}
        setLeft={setLeftPeople}
        rows={peopleRows(suggested, pick)}
      />
      <Skipped suggested={suggested} />
      <Kept
        legend={t('nextEdition.ownItems')}
        none={t('nextEdition.noOwnItems')}
        left={leftItems}
        setLeft={setLeftItems}
        rows={suggested.ownItems.map((item) => ({
          id: item.id,
          text: pick(item.title, item.titleEn),
          hint: item.dueDay ? t('nextEdition.due', { day: formatDay(item.dueDay) }) : '',
        }))}
      />
      <Button type="primary" loading={start.isPending} onClick={submit}>
        {t('nextEdition.start')}
      </Button>
    </>
  );
}

/** Clients last: they are asked to look on anew unless somebody says otherwise. */
function peopleRows(suggested: NextEdition, pick: PickText) {
  const clients = suggested.people.filter(({ role }) => role === 'viewer');
  const others = suggested.people.filter(({ role }) => role !== 'viewer');
  return [...others, ...clients].map(({ id, name, role }) => ({
    ...{ id, text: name, hint: [roleName(role), ...teamsOf(suggested, id, pick)].join(' · ') },
  }));
}

type DaysProps = Omit<Props, 'projectId'> & { errors: Record<string, string> };

function Days({ suggested, days, setDays, errors }: DaysProps) {
  const { t, pick } = useI18n();
  const { template, opening, closing } = suggested;
  return (
    <>
      <div className="house-pair">
        <Field label={t('nextEdition.opening')} error={errors['/opening']}>
          {(control) => (
            <DayField
              control={control}
              allowClear={false}
              value={opening}
              onChange={(day) => setDays({ opening: day ?? undefined })}
            />
          )}
        </Field>
        <Field label={t('nextEdition.closing')} error={errors['/closing']}>
          {(control) => (
            <DayField
              control={control}
              allowClear={false}
              value={closing}
              onChange={(day) => setDays({ ...days, opening, closing: day ?? undefined })}
            />
          )}
        </Field>
      </div>
      <dl className="fact-list">
        <div>
          <dt>{t('nextEdition.template')}</dt>
          <dd>
            {t(template.offered ? 'nextEdition.offered' : 'nextEdition.frozen', {
              name: pick(template.name, template.nameEn),
              version: template.version,
            })}
          </dd>
        </div>
      </dl>
    </>
  );
}

function Skipped({ suggested }: { suggested: NextEdition }) {
  const { t } = useI18n();
  if (suggested.skipped.length === 0) return null;
  return (
    <p className="note">
      {t('nextEdition.skipped', { names: suggested.skipped.map((one) => one.name).join(t('common.comma')) })}
    </p>
  );
}

function teamsOf({ teams }: NextEdition, id: string, pick: PickText): string[] {
  return teams
    .filter(({ leads, members }) => [...leads, ...members].some((one) => one.id === id))
    .map(({ name, nameEn }) => pick(name, nameEn));
}

interface KeptProps {
  legend: string;
  none: string;
  rows: readonly { id: string; text: string; hint: string }[];
  left: readonly string[];
  setLeft: (ids: readonly string[]) => void;
}

function Kept({ legend, none, rows, left, setLeft }: KeptProps) {
  return (
    <fieldset className="kept">
      <legend>{legend}</legend>
      {rows.length === 0 && <p className="muted">{none}</p>}
      {rows.map(({ id, text, hint }) => (
        <Checkbox
          key={id}
          checked={!left.includes(id)}
          onChange={(event) => setLeft(event.target.checked ? left.filter((one) => one !== id) : [...left, id])}
        >
          {text} <span className="muted">{hint}</span>
        </Checkbox>
      ))}
    </fieldset>
  );
}

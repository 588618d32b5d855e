import Button from 'antd/es/button';
import { Input, Popconfirm, Select, TextArea } from '../../../components/late';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import { fieldErrors } from '../../../api/problem';
import type { CheckIn, CheckInFields } from '../../../api/types';
import { queryClient } from '../../../app/queryClient';
import { Field } from '../../../components/Field';
import { FormError } from '../../../components/FormError';
import { Panel } from '../../../components/Panel';
import { useEdit } from '../../../components/useEdit';
import { useI18n } from '../../../i18n';

/** Those that somebody with a list of their own has to choose; the others follow the ready list. */
const CHOSEN = ['name', 'number', 'organisation', 'kind', 'fee', 'paid', 'receipt'] as const;

const fieldsOf = ({ fields, receiptPrefix, consent }: CheckIn) => ({
  ...Object.fromEntries(CHOSEN.map((field) => [field, fields[field] ?? ''])),
  receiptPrefix,
  text: consent?.text ?? '',
  textEn: consent?.textEn ?? '',
});
type Form = ReturnType<typeof fieldsOf> & Partial<Record<(typeof CHOSEN)[number], string>>;

/** What is sent of what was changed: the columns all together, and a wording as a new version. */
function bodyOf(changes: Partial<Form>, form: Form, { fields }: CheckIn) {
  const chosen = CHOSEN.some((field) => changes[field] !== undefined);
  const picked = Object.fromEntries(CHOSEN.map((field) => [field, form[field] || undefined]));
  const told = changes.text !== undefined || changes.textEn !== undefined;
  return {
    ...(chosen && { fields: { ...fields, ...picked } as CheckInFields }),
    ...(changes.receiptPrefix !== undefined && { receiptPrefix: changes.receiptPrefix }),
    ...(told && form.text.trim() !== '' && { consent: { text: form.text, textEn: form.textEn || null } }),
  };
}

interface PartProps {
  checkIn: CheckIn;
  form: Form;
  errors: Record<string, string>;
  onChange: (part: Partial<Form>) => void;
}

function Columns({ checkIn, form, errors, onChange }: PartProps) {
  const { t, pick } = useI18n();
  const options = [
    { value: '', label: t('checkIn.settings.none') },
    ...checkIn.columns.map(({ key, name, nameEn }) => ({ value: key, label: pick(name, nameEn) })),
  ];
  return (
    <div className="check-in-fields">
      {CHOSEN.map((field) => (
        <Field key={field} label={t(`checkIn.settings.field.${field}`)} error={errors[`/fields/${field}`]}>
          {(control) => (
            <Select
              {...control}
              className="wide"
              value={form[field]}
              options={options}
              onChange={(value: string) => onChange({ [field]: value })}
            />
          )}
        </Field>
      ))}
      <Field
        label={t('checkIn.settings.prefix')}
        hint={t('checkIn.settings.prefixHint')}
        error={errors['/receiptPrefix']}
      >
        {(control) => (
          <Input
            {...control}
            value={form.receiptPrefix}
            onChange={(event) => onChange({ receiptPrefix: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}

function Wording({ checkIn, form, errors, onChange }: PartProps) {
  const { t } = useI18n();
  const { consent } = checkIn;
  return (
    <>
      <Field
        label={t('checkIn.settings.consent')}
        hint={consent ? t('checkIn.settings.version', { version: consent.version }) : t('checkIn.settings.consentHint')}
        error={errors['/consent/text']}
      >
        {(control) => (
          <TextArea
            {...control}
            autoSize={{ minRows: 3 }}
            value={form.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('checkIn.settings.consentEn')} optional error={errors['/consent/textEn']}>
        {(control) => (
          <TextArea
            {...control}
            autoSize={{ minRows: 2 }}
            value={form.textEn}
            onChange={(event) => onChange({ textEn: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** Which columns the desks use, how receipts are numbered, what people are told of their data, and the end of it. */
export function CheckInSettings({ checkIn }: { checkIn: CheckIn }) {
  const { t, locale } = useI18n();
  const { edit, changes, change, meet, refused, end } = useEdit<CheckIn, Form>(fieldsOf as (thing: CheckIn) => Form);
  const path = { path: { id: checkIn.registerId } };
  const { queryKey } = api.queryOptions('get', '/api/registers/{id}/check-in', { params: path });
  const patched = (then: (now: CheckIn) => void) => ({
    meta: { quiet: true },
    onSuccess: (now: CheckIn) => {
      queryClient.setQueryData(queryKey, now);
      then(now);
    },
    onError: refused,
  });
  const save = api.useMutation('patch', '/api/registers/{id}/check-in', patched(end));
  // Closing is no answer to what is being typed: that stays, over the state that has become of it.
  const turn = api.useMutation('patch', '/api/registers/{id}/check-in', patched(meet));
  const form = (edit?.fields ?? fieldsOf(checkIn)) as Form;
  const errors = fieldErrors(save.error, locale);
  const seen = () => ({ ...path, header: ifMatch(edit?.seen ?? checkIn) });
  const store = () => {
    turn.reset();
    save.mutate({ params: seen(), body: bodyOf(changes as Partial<Form>, form, checkIn) });
  };
  const setClosed = (closed: boolean) => {
    save.reset();
    turn.mutate({ params: seen(), body: { closed } });
  };
  const part = { checkIn, form, errors, onChange: (changed: Partial<Form>) => change(checkIn, changed) };
  return (
    <Panel title={t('checkIn.settings.title')}>
      <FormError
        error={save.error ?? turn.error}
        known={['/receiptPrefix', ...CHOSEN.map((field) => `/fields/${field}`)]}
      />
      <Columns {...part} />
      <Wording {...part} />
      <p className="check-in-ways">
        <Button type="primary" loading={save.isPending} disabled={Object.keys(changes).length === 0} onClick={store}>
          {t('common.save')}
        </Button>
        {checkIn.closedAt !== null ? (
          <Button loading={turn.isPending} onClick={() => setClosed(false)}>
            {t('checkIn.settings.reopen')}
          </Button>
        ) : (
          <Popconfirm
            title={t('checkIn.settings.closeAsk')}
            okText={t('checkIn.settings.closeDo')}
            cancelText={t('common.cancel')}
            onConfirm={() => setClosed(true)}
          >
            <Button>{t('checkIn.settings.close')}</Button>
          </Popconfirm>
        )}
      </p>
    </Panel>
  );
}

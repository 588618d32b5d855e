import Button from 'antd/es/button';
import { useState } from 'react';
import { Select, TextArea } from '../../components/late';
import { api } from '../../api/client';
import type { ItemReminders, WorkItem } from '../../api/types';
import { notify } from '../../app/notify';
import { Field } from '../../components/Field';
import { FormModal } from '../../components/FormModal';
import { useI18n } from '../../i18n';

interface Props {
  item: WorkItem;
  told: ItemReminders;
}

/** A reminder by hand, once a day to each person. */
export function RemindNow({ item, told }: Props) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState<string>();
  const [text, setText] = useState('');
  const remind = api.useMutation('post', '/api/work-items/{id}/remind', {
    meta: { quiet: true },
    onSuccess: () => {
      notify.success(t('reminded.sent'));
      close();
    },
  });
  const close = () => {
    setOpen(false);
    setText('');
    remind.reset();
  };
  const options = told.remindable.map((one) => ({
    value: one.to as string,
    label: t('reminded.whom', { name: one.person.name, role: t(`reminded.role.${one.to}`) }),
  }));
  const chosen = to ?? options[0]?.value;
  const said = text.trim();
  const send = () =>
    chosen && remind.mutate({ params: { path: { id: item.id } }, body: { to: chosen, ...(said && { text: said }) } });
  return (
    <>
      <Button size="small" disabled={options.length === 0} onClick={() => setOpen(true)}>
        {t('reminded.remind')}
      </Button>
      <FormModal
        open={open}
        title={t('reminded.remind')}
        confirm={t('reminded.send')}
        busy={remind.isPending}
        error={remind.error}
        onSubmit={send}
        onClose={close}
      >
        <Field label={t('reminded.remindWhom')}>
          {(control) => <Select {...control} className="wide" value={chosen} options={options} onChange={setTo} />}
        </Field>
        <Field label={t('reminded.text')} optional>
          {(control) => (
            <TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 8 }}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      </FormModal>
    </>
  );
}

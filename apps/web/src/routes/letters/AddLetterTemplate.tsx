import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { client } from '../../api/client';
import { fieldErrors } from '../../api/problem';
import type { LetterTemplate } from '../../api/types';
import { Choices } from '../../components/Choices';
import { Field } from '../../components/Field';
import { FormModal } from '../../components/FormModal';
import { useI18n } from '../../i18n';

type Kind = LetterTemplate['kind'];
const KINDS: readonly Kind[] = ['certificates', 'thank-you-letters'];

function formOf(file: File, kind: Kind, name: string): FormData {
  const form = new FormData();
  // Fields come before the file: the server reads them as they arrive.
  form.append('kind', kind);
  form.append('name', name);
  form.append('file', file, file.name);
  return form;
}

function useAdd(onDone: () => void) {
  return useMutation({
    meta: { quiet: true },
    mutationFn: async (form: FormData) => {
      // A form is sent as it is, which the generated client has no type for.
      await client.POST('/api/letter-templates', { body: form as never, bodySerializer: () => form });
    },
    onSuccess: onDone,
  });
}

/** A Word document with fields, what it is for, and how people choose it. */
export function AddLetterTemplate({ onClose }: { onClose: () => void }) {
  const { t, locale } = useI18n();
  const [kind, setKind] = useState<Kind>('certificates');
  const [name, setName] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const add = useAdd(onClose);
  const errors = fieldErrors(add.error, locale);
  return (
    <FormModal
      open
      title={t('letters.add')}
      confirm={t('letters.add')}
      ready={file !== null && name.trim() !== ''}
      busy={add.isPending}
      error={add.error}
      known={['/name']}
      onSubmit={() => file && add.mutate(formOf(file, kind, name.trim()))}
      onClose={onClose}
    >
      <Choices
        legend={t('letters.kind')}
        value={kind}
        choices={KINDS.map((value) => ({ value, label: t(`letters.kindOf.${value}`) }))}
        onChange={setKind}
      />
      <PickWord file={file} onPick={setFile} />
      <Field label={t('letters.name')} error={errors['/name']}>
        {(control) => (
          <Input {...control} maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
    </FormModal>
  );
}

function PickWord({ file, onPick }: { file: File | null; onPick: (file: File) => void }) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  return (
    <p>
      <Button onClick={() => input.current?.click()}>{t('letters.choose')}</Button> {file?.name ?? t('letters.file')}
      <input
        ref={input}
        hidden
        type="file"
        aria-hidden
        tabIndex={-1}
        accept=".docx"
        onChange={({ target }) => {
          if (target.files?.[0]) onPick(target.files[0]);
          // The same file may be chosen again.
          target.value = '';
        }}
      />
    </p>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../../../api/client';
import type { ImportPreview } from '../../../../api/types';
import { notify } from '../../../../app/notify';
import { useI18n } from '../../../../i18n';
import { type Asked, remapped, withChoices } from './importing.rules';

function formOf(file: File, { sheet, mapping, key }: Asked): FormData {
  const form = new FormData();
  // Fields come before the file: the server reads them as they arrive.
  if (sheet !== undefined) form.append('sheet', sheet);
  if (mapping !== undefined) form.append('mapping', JSON.stringify(mapping));
  if (key !== undefined) form.append('key', key);
  form.append('file', file, file.name);
  return form;
}

/** A form is sent as it is, which the generated client has no type for. */
const asForm = (form: FormData) => ({ body: form as never, bodySerializer: () => form });

/** A file on its way into a list: looked at first, changed in how it is read, then taken in as a whole or not at all. */
export function useImport(registerId: string, onDone: () => void) {
  const { t } = useI18n();
  const [file, setFile] = useState<File | null>(null);
  const [asked, setAsked] = useState<Asked>({});
  /** A mutation forgets its answer when it begins anew, and with it all that is on screen. */
  const [last, setLast] = useState<ImportPreview | null>(null);
  const params = { path: { id: registerId } };
  const look = useMutation({
    meta: { quiet: true, ownRefresh: true },
    mutationFn: async ([given, how]: [File, Asked]) => {
      const { data } = await client.POST('/api/registers/{id}/import/preview', {
        params,
        ...asForm(formOf(given, how)),
      });
      return data!;
    },
  });
  const take = useMutation({
    meta: { quiet: true },
    mutationFn: async ([given, { sheet, mapping, key }]: [File, ImportPreview]) => {
      const form = formOf(given, { sheet: sheet || undefined, mapping, key: key ?? '' });
      const { data } = await client.POST('/api/registers/{id}/import', { params, ...asForm(form) });
      return data!;
    },
    onSuccess: ({ added, changed, unchanged }) => {
      notify.success(t('register.import.done', { added, changed, unchanged }));
      onDone();
    },
  });
  const ask = (given: File, how: Asked) => {
    take.reset();
    setAsked(how);
    look.mutate([given, how], { onSuccess: setLast });
  };
  const known = look.data ?? last;
  const shown = known && withChoices(known, asked);
  return {
    ...{ file, shown },
    /** The preview of what is chosen now. */
    settled: look.data,
    /** Headings are those of the sheet that is chosen. */
    ofSheet: known?.sheet === shown?.sheet,
    looking: look.isPending,
    taking: take.isPending,
    error: take.error ?? look.error,
    choose: (given: File) => {
      setFile(given);
      setLast(null);
      ask(given, {});
    },
    /** Another sheet has other columns. */
    onSheet: (sheet: string) => file && ask(file, { sheet }),
    onKey: (key: string) => file && shown && ask(file, { ...asked, mapping: shown.mapping, key }),
    onMapping: (at: number, column: string | null) =>
      file && shown && ask(file, { ...asked, ...remapped(shown, at, column) }),
    submit: () => file && look.data && take.mutate([file, look.data]),
  };
}

export type Importing = ReturnType<typeof useImport>;

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../../../api/client';
import type { ImportPreview } from '../../../../api/types';
import { notify } from '../../../../app/notify';
import { useI18n } from '../../../../i18n';

/** How a file is to be read; what is left out the server proposes. */
interface Asked {
  sheet?: string;
  mapping?: readonly (string | null)[];
  /** Empty: every row is new. */
  key?: string;
}

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
    look.mutate([given, how]);
  };
  const preview = look.data;
  return {
    ...{ file, preview },
    looking: look.isPending,
    taking: take.isPending,
    error: take.error ?? look.error,
    choose: (given: File) => {
      setFile(given);
      look.reset();
      ask(given, {});
    },
    /** Another sheet has other columns. */
    onSheet: (sheet: string) => file && ask(file, { sheet }),
    onKey: (key: string) => file && preview && ask(file, { ...asked, mapping: preview.mapping, key }),
    onMapping: (at: number, column: string | null) => {
      if (!file || !preview) return;
      const mapping = preview.mapping.map((one, index) => {
        if (index === at) return column;
        // A column is filled from one place.
        return one === column ? null : one;
      });
      ask(file, { ...asked, mapping, key: preview.key && mapping.includes(preview.key) ? preview.key : '' });
    },
    submit: () => file && preview && take.mutate([file, preview]),
  };
}

export type Importing = ReturnType<typeof useImport>;

import { Input, TextArea } from '../../components/late';
import { Field } from '../../components/Field';
import { useI18n } from '../../i18n';

interface Given {
  note: string;
  link: string;
}

export const NO_EVIDENCE: Given = { note: '', link: '' };

/** What the server is sent: nothing for a field left empty. */
export const evidenceOf = ({ note, link }: Given) => ({
  note: note.trim() || undefined,
  link: link.trim() || undefined,
});

interface Props {
  given: Given;
  set: (given: Given) => void;
  errors: Record<string, string>;
  optional: boolean;
}

/** A link or a note that shows what was made. */
export function EvidenceFields({ given, set, errors, optional }: Props) {
  const { t } = useI18n();
  return (
    <>
      <Field label={t('deliverable.link')} optional={optional} error={errors['/link']}>
        {(control) => (
          <Input
            {...control}
            type="url"
            placeholder="https://"
            value={given.link}
            onChange={(event) => set({ ...given, link: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('deliverable.note')} optional={optional} error={errors['/note']}>
        {(control) => (
          <TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={given.note}
            onChange={(event) => set({ ...given, note: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

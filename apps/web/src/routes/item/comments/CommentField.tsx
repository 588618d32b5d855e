import { Mentions } from '../../../components/late';
import { Field } from '../../../components/Field';
import { useI18n } from '../../../i18n';

interface Props {
  label: string;
  value: string;
  handles: ReadonlyMap<string, string>;
  error?: string;
  onChange: (text: string) => void;
}

/** A text in which people are picked behind an @. */
export function CommentField({ label, value, handles, error, onChange }: Props) {
  const { t } = useI18n();
  return (
    <Field label={label} hint={t('comments.hint')} error={error}>
      {({ status, ...control }) => (
        <Mentions
          {...control}
          status={status}
          className="wide"
          popupClassName="mention-picker"
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={value}
          onChange={onChange}
          options={[...handles].map(([id, handle]) => ({ key: id, value: handle, label: handle }))}
          notFoundContent={t('comments.nobody')}
        />
      )}
    </Field>
  );
}

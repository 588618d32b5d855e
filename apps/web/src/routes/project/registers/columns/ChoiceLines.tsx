import Button from 'antd/es/button';
import { Input } from '../../../../components/late';
import { useI18n } from '../../../../i18n';
import { type ChoiceDraft, newChoice } from './columnDrafts';

interface Props {
  choices: readonly ChoiceDraft[];
  onChange: (choices: ChoiceDraft[]) => void;
}

/** What can be chosen, a line each in both languages. */
export function ChoiceLines({ choices, onChange }: Props) {
  const { t } = useI18n();
  const set = (index: number, part: Partial<ChoiceDraft>) =>
    onChange(choices.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <div className="column-choices" role="group" aria-label={t('register.columns.choices')}>
      {choices.map(({ name, nameEn }, index) => (
        // Lines are only added at the end and removed one by one; nothing in them is remembered but the fields.
        <div key={index}>
          <Input
            aria-label={t('register.columns.choice', { number: index + 1 })}
            placeholder={t('register.columns.choice', { number: index + 1 })}
            value={name}
            onChange={(event) => set(index, { name: event.target.value })}
          />
          <Input
            aria-label={t('register.columns.choiceEn', { number: index + 1 })}
            placeholder={t('register.columns.english')}
            value={nameEn}
            onChange={(event) => set(index, { nameEn: event.target.value })}
          />
          <Button
            type="text"
            aria-label={t('register.columns.removeChoice', { name: name || index + 1 })}
            onClick={() => onChange(choices.filter((_, at) => at !== index))}
          >
            ✕
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...choices, newChoice()])}>{t('register.columns.addChoice')}</Button>
    </div>
  );
}

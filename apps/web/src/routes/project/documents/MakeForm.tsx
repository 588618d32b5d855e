import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Select from 'antd/es/select';
import { useState } from 'react';
import type { DocumentChoice, OfferedDocument, PaperFormat, PaperLanguage } from '../../../api/types';
import { Choices } from '../../../components/Choices';
import { Field } from '../../../components/Field';
import { useI18n } from '../../../i18n';
import { useDocumentActions } from './useDocuments';

const LANGUAGES: readonly PaperLanguage[] = ['zh-TW', 'en'];

interface Props {
  projectId: string;
  document: OfferedDocument;
  language: PaperLanguage;
  offered: readonly DocumentChoice[];
  chosen: Readonly<Record<string, string>>;
  /** What is chosen now has not been looked at yet: nobody is to make what they have not seen. */
  outdated: boolean;
  /** Whose evidence it is to become, where somebody came from there. */
  deliverableId: string | null;
  setLanguage: (language: PaperLanguage) => void;
  choose: (key: string, value: string) => void;
}

interface ReceiverProps {
  document: OfferedDocument;
  receiver: string | null;
  handIn: boolean;
  setReceiver: (id: string | null) => void;
  setHandIn: (handIn: boolean) => void;
}

/** The deliverable that it becomes evidence of, and whether that is handed in with it. */
function Receiver({ document, receiver, handIn, setReceiver, setHandIn }: ReceiverProps) {
  const { t, pick } = useI18n();
  const receivers = document.serves.map(({ id, title, titleEn }) => ({ value: id, label: pick(title, titleEn) }));
  if (receivers.length === 0) return null;
  return (
    <>
      <Field
        label={t('documents.receiver')}
        hint={t(document.handedOut ? 'documents.handedOutHint' : 'documents.receiverHint')}
      >
        {(control) => (
          <Select
            {...control}
            value={receiver ?? ''}
            options={[{ value: '', label: t('documents.onlyFile') }, ...receivers]}
            onChange={(value: string) => setReceiver(value || null)}
          />
        )}
      </Field>
      {receiver !== null && (
        <Checkbox checked={handIn} onChange={({ target }) => setHandIn(target.checked)}>
          {t('documents.handIn')}
        </Checkbox>
      )}
    </>
  );
}

/** In which language and format, about what, and for which deliverable a document is made. */
export function MakeForm({
  projectId,
  document,
  language,
  offered,
  chosen,
  outdated,
  deliverableId,
  setLanguage,
  choose,
}: Props) {
  const { t, pick } = useI18n();
  const { ask } = useDocumentActions(projectId);
  const [format, setFormat] = useState<PaperFormat>(document.formats[0]!);
  const [receiver, setReceiver] = useState<string | null>(deliverableId);
  const [handIn, setHandIn] = useState(true);
  const make = () =>
    ask.mutate({
      params: { path: { id: projectId } },
      body: {
        ...{ kind: document.key, language, choices: { ...chosen }, format },
        deliverableId: receiver,
        handIn: receiver !== null && handIn,
      },
    });
  return (
    <div className="document-form">
      <Choices
        legend={t('documents.languageWord')}
        value={language}
        choices={LANGUAGES.map((value) => ({ value, label: t(`documents.language.${value}`) }))}
        onChange={setLanguage}
      />
      <Choices
        legend={t('documents.formatWord')}
        value={format}
        choices={document.formats.map((value) => ({ value, label: t(`documents.format.${value}`) }))}
        onChange={setFormat}
      />
      {offered.map(({ key, name, values }) => (
        <Field key={key} label={pick(name.zh, name.en)}>
          {(control) => (
            <Select
              {...control}
              value={chosen[key]}
              options={values.map((one) => ({ value: one.value, label: pick(one.name.zh, one.name.en) }))}
              onChange={(value: string) => choose(key, value)}
            />
          )}
        </Field>
      ))}
      <Receiver {...{ document, receiver, handIn, setReceiver, setHandIn }} />
      <Button type="primary" loading={ask.isPending} disabled={outdated} onClick={make}>
        {t('documents.make')}
      </Button>
    </div>
  );
}

import Button from 'antd/es/button';
import { useState } from 'react';
import { InputNumber, Select } from '../../../components/late';
import { api } from '../../../api/client';
import type { HandedSurveyLink, Survey } from '../../../api/types';
import { notify } from '../../../app/notify';
import { Field } from '../../../components/Field';
import { FormError } from '../../../components/FormError';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { HallDialog } from './HallDialog';
import { downloadLinks } from './linksFile';
import { LinkSheet } from './LinkSheet';

const NOBODY = '';
const MOST = 5000;

function Counts({ survey: { links } }: { survey: Survey }) {
  const { t } = useI18n();
  const { personal, answered, mailed, waiting, failed } = links;
  const facts = [
    t('survey.links.made', { count: personal }),
    t('survey.links.answered', { count: answered }),
    ...(mailed > 0 ? [t('survey.links.mailed', { count: mailed })] : []),
    ...(waiting > 0 ? [t('survey.links.waiting', { count: waiting })] : []),
    ...(failed > 0 ? [t('survey.links.failed', { count: failed })] : []),
  ];
  return <p className="survey-facts">{facts.join(' · ')}</p>;
}

function MakeLinks({ survey }: { survey: Survey }) {
  const { t, pick } = useI18n();
  const [list, setList] = useState(NOBODY);
  const [count, setCount] = useState<number | null>(50);
  const make = api.useMutation('post', '/api/surveys/{id}/links', {
    onSuccess: ({ made }) =>
      notify.success(made === 0 ? t('survey.links.doneNone') : t('survey.links.doneMade', { count: made })),
  });
  const options = [
    { value: NOBODY, label: t('survey.links.anonymous') },
    ...survey.lists.map(({ id, name, nameEn, rows }) => ({
      ...{ value: id, label: t('survey.links.ofList', { name: pick(name, nameEn), count: rows }) },
    })),
  ];
  const body = list === NOBODY ? { count: count ?? 1 } : { registerId: list };
  return (
    <div className="survey-make">
      <Field label={t('survey.links.for')}>
        {(control) => <Select {...control} className="wide" value={list} options={options} onChange={setList} />}
      </Field>
      {list === NOBODY && (
        <Field label={t('survey.links.count')}>
          {(control) => (
            <InputNumber
              {...control}
              min={1}
              max={MOST}
              value={count}
              onChange={(value) => setCount(value as number)}
            />
          )}
        </Field>
      )}
      <Button loading={make.isPending} onClick={() => make.mutate({ params: { path: { id: survey.id } }, body })}>
        {t('survey.links.do')}
      </Button>
    </div>
  );
}

function GiveLinks({ survey }: { survey: Survey }) {
  const { t, pick } = useI18n();
  const [sheet, setSheet] = useState<HandedSurveyLink[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const given = api.useMutation('post', '/api/surveys/{id}/links/given', {
    onSuccess: ({ items }) => setSheet(items),
  });
  const take = (format: 'xlsx' | 'csv') => downloadLinks(survey.id, format).then(() => setError(null), setError);
  return (
    <>
      <FormError error={error} />
      <div className="survey-actions">
        <Button onClick={() => void take('xlsx')}>{t('survey.links.export')} XLSX</Button>
        <Button onClick={() => void take('csv')}>CSV</Button>
        <Button loading={given.isPending} onClick={() => given.mutate({ params: { path: { id: survey.id } } })}>
          {t('survey.links.qr')}
        </Button>
      </div>
      <p className="field-hint">{t('survey.links.exportHint')}</p>
      {sheet && <LinkSheet title={pick(survey.title, survey.titleEn)} links={sheet} onClose={() => setSheet(null)} />}
    </>
  );
}

function Mails({ survey }: { survey: Survey }) {
  const { t } = useI18n();
  const mail = api.useMutation('post', '/api/surveys/{id}/mails', {
    onSuccess: ({ mails }) =>
      notify.success(mails === 0 ? t('survey.links.mailNone') : t('survey.links.doneMailed', { count: mails })),
  });
  const open = survey.stand === 'collecting';
  const send = (again: boolean) => mail.mutate({ params: { path: { id: survey.id } }, body: { again } });
  return (
    <>
      <div className="survey-actions">
        <Button disabled={!open} loading={mail.isPending} onClick={() => send(false)}>
          {t('survey.links.mail')}
        </Button>
        {survey.links.mailed > 0 && (
          <Button disabled={!open} loading={mail.isPending} onClick={() => send(true)}>
            {t('survey.links.remind')}
          </Button>
        )}
      </div>
      {!open && <p className="field-hint">{t('survey.links.notOpen')}</p>}
    </>
  );
}

/** How people come to the survey. Which link was used is told to nobody. */
export function LinksPanel({ survey }: { survey: Survey }) {
  const { t } = useI18n();
  const closed = survey.state === 'closed';
  return (
    <Panel title={t('survey.links.title')} className="survey-links">
      <h3>{t('survey.links.personal')}</h3>
      <p className="field-hint">{t('survey.links.personalHint')}</p>
      <Counts survey={survey} />
      {!closed && <MakeLinks survey={survey} />}
      {!closed && survey.links.personal > survey.links.answered && <GiveLinks survey={survey} />}
      {!closed && survey.links.addressed > 0 && <Mails survey={survey} />}
      {!closed && (
        <>
          <h3>{t('survey.links.hall')}</h3>
          <p className="field-hint">{t('survey.links.hallHint')}</p>
          <HallDialog survey={survey} />
        </>
      )}
    </Panel>
  );
}

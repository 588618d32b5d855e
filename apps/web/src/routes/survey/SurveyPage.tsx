import { getRouteApi } from '@tanstack/react-router';
import { api } from '../../api/client';
import { isNotFound } from '../../api/problem';
import type { SurveyPage as Page } from '../../api/types';
import { DoorPage } from '../../components/DoorPage';
import { LoadState } from '../../components/LoadState';
import { formatDay } from '../../format/dates';
import { useI18n } from '../../i18n';
import { SurveyForm } from './SurveyForm';
import { useSurvey } from './useSurvey';
import '../../styles/survey.css';

const route = getRouteApi('/survey/$token');

function Done({ title, text }: { title: string; text: string }) {
  return (
    <DoorPage title={title}>
      <p className="survey-lines" role="status">
        {text}
      </p>
    </DoorPage>
  );
}

function Answering({ token, page }: { token: string; page: Page }) {
  const { t, pick } = useI18n();
  const form = useSurvey(token, page);
  if (form.sent) return <Done title={t('survey.guest.thanks')} text={t('survey.guest.thanksText')} />;
  if (page.stand === 'answered' || form.used) {
    const text = page.linkKind === 'hall' ? t('survey.guest.beforeHall') : t('survey.guest.beforeText');
    return <Done title={t('survey.guest.before')} text={text} />;
  }
  const intro = pick(page.intro ?? '', page.introEn);
  return (
    <DoorPage title={pick(page.title, page.titleEn)} lead={page.projectName}>
      {intro && <p className="survey-lines">{intro}</p>}
      <SurveyForm page={page} form={form} />
    </DoorPage>
  );
}

/** Where the link of a survey leads, without an account. */
export function SurveyPage() {
  const { t } = useI18n();
  const { token } = route.useParams();
  const shown = api.useQuery(
    'get',
    '/api/survey/{token}',
    { params: { path: { token } } },
    // What somebody is filling in must not be swept away by a fresh answer.
    { retry: false, staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false },
  );
  if (isNotFound(shown.error)) return <Done title={t('survey.guest.over')} text={t('survey.guest.overText')} />;
  if (!shown.data) {
    return (
      <DoorPage title={t('survey.guest.loading')}>
        <LoadState query={shown} />
      </DoorPage>
    );
  }
  const { stand, opensDay } = shown.data;
  if (stand === 'waiting')
    return (
      <Done
        title={t('survey.guest.opens', { day: opensDay ? formatDay(opensDay) : '' })}
        text={t('survey.guest.opensText')}
      />
    );
  return <Answering token={token} page={shown.data} />;
}

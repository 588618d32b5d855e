import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '../../components/EmptyState';
import { PageSkeleton } from '../../components/PageSkeleton';
import { isNotFound } from '../../api/problem';
import { useI18n } from '../../i18n';
import { DeskStart } from './DeskStart';
import { DeskWork } from './DeskWork';
import { useDesk } from './useDesk';
import '../../styles/check-in.css';

const route = getRouteApi('/inside/check-in/$registerId');

/** A registration desk: on a phone, tablet or laptop at the entrance, with or without a network. */
export function CheckInPage() {
  const { t } = useI18n();
  const { registerId } = route.useParams();
  const desk = useDesk(registerId);
  const { state, ready, online, failure, closed, elsewhere } = desk;
  if (elsewhere) return <Nothing title={t('checkIn.elsewhere')} text={t('checkIn.elsewhereText')} />;
  if (failure && !state.checkIn)
    return isNotFound(failure) ? (
      <Nothing title={t('error.notFound')} text={t('error.notFoundText')} />
    ) : (
      <Nothing title={t('checkIn.cantOpen')} text={t('checkIn.cantOpenText')} />
    );
  if (!state.checkIn) {
    if (!ready || online) return <PageSkeleton />;
    return <Nothing title={t('checkIn.needsNetwork')} text={t('checkIn.needsNetworkText')} />;
  }
  if (state.checkIn.openedAt === null) return <Nothing title={t('checkIn.notOpen')} text={t('checkIn.notOpenText')} />;
  return (
    <main className="page desk">
      {state.desk ? (
        <DeskWork {...{ session: desk.session, state, online, closed, failure }} />
      ) : (
        <>
          <h1>{t('checkIn.word')}</h1>
          <DeskStart session={desk.session} online={online} />
        </>
      )}
    </main>
  );
}

function Nothing({ title, text }: { title: string; text: string }) {
  return (
    <main className="page">
      <EmptyState level={1} title={title} text={text} />
    </main>
  );
}

import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { useI18n } from '../../i18n';
import { Started } from './Started';
import { Wizard } from './Wizard';
import { draftQuery } from './useDraft';
import '../../styles/start.css';
import '../../styles/start-wizard.css';

const route = getRouteApi('/inside/projects/new');

/** From a template to a running project: nothing is created before the last step. */
export function StartPage() {
  const { started } = route.useSearch();
  if (started) return <Started projectId={started} />;
  return <Unfinished />;
}

/** Begins with what the server keeps; again whenever its author takes another device's draft instead. */
function Unfinished() {
  const { t } = useI18n();
  const [taken, setTaken] = useState(0);
  const found = useQuery({ ...draftQuery, refetchOnMount: 'always', staleTime: Infinity });
  if (found.data && found.isFetchedAfterMount)
    return <Wizard key={taken} found={found.data} onTakeOther={() => setTaken((now) => now + 1)} />;
  return (
    <main className="page start">
      <PageHeader title={t('start.title')} />
      <LoadState query={found} />
    </main>
  );
}

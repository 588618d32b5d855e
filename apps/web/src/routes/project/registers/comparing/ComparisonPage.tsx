import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../../../api/client';
import { LoadState } from '../../../../components/LoadState';
import { useI18n } from '../../../../i18n';
import { useRegister } from '../useRegister';
import { RankingPanel } from './RankingPanel';
import { WeightsPanel } from './WeightsPanel';
import '../../../../styles/registers.css';

const route = getRouteApi('/inside/projects/$projectId/registers/$registerId/comparison');

/** The rows of a list compared by what counts, as venues are before one is chosen. */
export function ComparisonPage() {
  const { t, pick } = useI18n();
  const { projectId, registerId } = route.useParams();
  const register = useRegister(registerId);
  const comparison = api.useQuery('get', '/api/registers/{id}/comparison', { params: { path: { id: registerId } } });
  if (!register.data) return <LoadState query={register} />;
  const { name, nameEn } = register.data;
  return (
    <>
      <header className="register-head">
        <p className="page-back">
          <Link to="/projects/$projectId/registers/$registerId" params={{ projectId, registerId }}>
            {pick(name, nameEn)}
          </Link>
        </p>
        <div className="register-title">
          <h2>{t('register.compare.title', { name: pick(name, nameEn) })}</h2>
        </div>
      </header>
      <WeightsPanel register={register.data} />
      {comparison.data ? (
        <RankingPanel register={register.data} comparison={comparison.data} />
      ) : (
        <LoadState query={comparison} />
      )}
    </>
  );
}

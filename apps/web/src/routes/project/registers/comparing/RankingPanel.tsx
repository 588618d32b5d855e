import type { Register, RegisterComparison } from '../../../../api/types';
import { EmptyState } from '../../../../components/EmptyState';
import { Panel } from '../../../../components/Panel';
import { useI18n } from '../../../../i18n';

interface Props {
  register: Register;
  comparison: RegisterComparison;
}

function Part({ missing, score }: { missing: boolean; score: number }) {
  const { t } = useI18n();
  if (missing) return <span className="tag tag-soon">{t('register.compare.missing')}</span>;
  const part = Math.round(score * 100);
  return (
    <meter min={0} max={1} value={score} title={t('register.compare.part', { part })}>
      {part}
    </meter>
  );
}

/** The rows, best first, with what each column gave: full where it is the best of all, empty where it is the worst. */
export function RankingPanel({ register, comparison }: Props) {
  const { t, pick } = useI18n();
  const { weights, rows } = comparison;
  const named = register.columns.find(({ key }) => key === comparison.namedBy);
  const columns = weights.flatMap(({ column }) => register.columns.find(({ key }) => key === column) ?? []);
  if (weights.length === 0 || rows.length === 0) {
    const why = rows.length === 0 ? 'noRows' : 'noWeights';
    return (
      <Panel title={t('register.compare.ranking')}>
        <EmptyState title={t(`register.compare.${why}`)} text={t(`register.compare.${why}Text`)} />
      </Panel>
    );
  }
  return (
    <Panel title={t('register.compare.ranking')} count={rows.length}>
      <div className="ranking-box">
        <table className="ranking">
          <thead>
            <tr>
              <th scope="col">{t('register.compare.rank')}</th>
              <th scope="col">{named && pick(named.name, named.nameEn)}</th>
              <th scope="col">{t('register.compare.score')}</th>
              {columns.map(({ key, name, nameEn }) => (
                <th key={key} scope="col">
                  {pick(name, nameEn)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, rank, name, score, parts, missing }) => (
              <tr key={id} className={rank === 1 ? 'ranking-best' : undefined}>
                <td>{rank}</td>
                <th scope="row">{name || t('register.unnamed')}</th>
                <td className="ranking-score">{score.toFixed(1)}</td>
                {columns.map(({ key }) => (
                  <td key={key}>
                    <Part
                      missing={missing.includes(key)}
                      score={parts.find(({ column }) => column === key)?.score ?? 0}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

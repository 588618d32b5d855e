import type { Preview } from '../../api/types';
import { useI18n } from '../../i18n';

/** The lists that the project starts with. */
export function ListsToCome({ lists, teams }: Pick<Preview, 'lists' | 'teams'>) {
  const { t, pick } = useI18n();
  if (lists.length === 0) return null;
  return (
    <details className="left-out">
      <summary>
        <h2>{t('house.setup.lists')}</h2>
        <span className="muted">{lists.length}</span>
      </summary>
      <section>
        <ul>
          {lists.map((list) => {
            const team = teams.find(({ key }) => key === list.team);
            return (
              <li key={list.name}>
                {pick(list.name, list.nameEn)}{' '}
                <span className="muted">
                  {[t('house.setup.columns', { count: list.columns }), team && pick(team.name, team.nameEn)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {list.asText.length > 0 && (
                  <p className="field-hint">
                    {t('house.setup.asText', { names: list.asText.join(t('common.comma')) })}
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      </section>
    </details>
  );
}

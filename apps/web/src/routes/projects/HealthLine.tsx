import type { ProjectSummary } from '../../api/types';
import { dayAt, formatDay } from '../../format/dates';
import { useI18n } from '../../i18n';
import '../../styles/health.css';

type Health = NonNullable<ProjectSummary['health']>;

export const HEALTHS = ['on-track', 'at-risk', 'off-track'] as const satisfies readonly Health['word'][];

/** What the manager says of a project, when and why; an old word says that it is one. */
export function HealthLine({ health, zone }: { health: Health; zone: string }) {
  const { t } = useI18n();
  const { word, note, at, by, stale } = health;
  const day = formatDay(dayAt(at, zone));
  return (
    <div className={stale ? 'health health-stale' : 'health'}>
      <span className={`health-word health-${word}`}>
        <i aria-hidden />
        {t(`health.is.${word}`)}
      </span>
      {note && <span className="health-note">{note}</span>}
      <span className="health-said">
        {by ? t('health.saidBy', { name: by.name, day }) : t('health.said', { day })}
        {stale && <span className="tag tag-soon">{t('health.stale')}</span>}
      </span>
    </div>
  );
}

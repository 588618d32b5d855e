import type { Project } from '../../../api/types';
import { Fact } from '../../../components/Fact';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';

export function AnchorDays({ project }: { project: Project }) {
  const { t, pick } = useI18n();
  return (
    <dl className="fact-list">
      {[...project.anchors]
        .sort((a, b) => a.day.localeCompare(b.day))
        .map((anchor) => (
          <Fact key={anchor.key} term={pick(anchor.name, anchor.nameEn)}>
            <span className="day">{formatDay(anchor.day)}</span>
            {!anchor.given && <span className="muted"> {t('settings.byDefault')}</span>}
          </Fact>
        ))}
      <Fact term={t('project.zone')}>{project.zone}</Fact>
    </dl>
  );
}

import type { TemplateSummary } from '../../api/types';
import { useI18n } from '../../i18n';

/** How the work is spread over the stages: drawn for the eye, and in words. */
export function StageBar({ stages }: { stages: TemplateSummary['contents']['stages'] }) {
  const { t } = useI18n();
  return (
    <div className="stage-bar">
      <div aria-hidden className="stage-bar-line">
        {stages.map(({ stage, workItems }) => (
          <i key={stage} className={`stage-${stage}`} style={{ flexGrow: workItems }} />
        ))}
      </div>
      <ul aria-label={t('word.stage')}>
        {stages.map(({ stage, workItems }) => (
          <li key={stage}>
            <i aria-hidden className={`stage-${stage}`} />
            {t(`stage.${stage}`)} <b>{workItems}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}

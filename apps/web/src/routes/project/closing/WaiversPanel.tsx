import type { ClosingWaiver } from '../../../api/types';
import { AskButton } from '../../../components/AskButton';
import { Panel } from '../../../components/Panel';
import { formatInstant } from '../../../format/dates';
import { useI18n } from '../../../i18n';

interface Props {
  waivers: readonly ClosingWaiver[];
  zone: string;
  /** Absent for whoever can't. */
  takeBack?: (id: string, reason: string) => Promise<unknown>;
}

/** What the project is closed without, and why. */
export function WaiversPanel({ waivers, zone, takeBack }: Props) {
  const { t, pick } = useI18n();
  if (waivers.length === 0) return null;
  return (
    <Panel title={t('closing.waived')} count={waivers.length}>
      <ul className="closing-list">
        {waivers.map(({ id, kind, title, titleEn, reason, waivedBy, waivedAt }) => (
          <li key={id}>
            <div className="closing-title">
              <span>{pick(title, titleEn)}</span> <span className="tag">{t(`closing.kind.${kind}`)}</span>
              <p className="closing-reason">{reason}</p>
              <small className="muted">
                {t('closing.waivedBy', { name: waivedBy.name, at: formatInstant(waivedAt, zone) })}
              </small>
            </div>
            {takeBack && (
              <AskButton
                size="small"
                title={t('closing.takeBack')}
                label={t('common.reason')}
                onConfirm={(why) => takeBack(id, why)}
              >
                {t('closing.takeBack')}
              </AskButton>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

import { Link } from '@tanstack/react-router';
import type { FoundPersonEntry } from '../../../../api/types';
import { formatDay } from '../../../../format/dates';
import { useI18n } from '../../../../i18n';

/** An entry of a record in which somebody is named. It is free text: whoever answers for it changes it there. */
export function FoundEntry({ found, projectId }: { found: FoundPersonEntry; projectId: string }) {
  const { t, pick } = useI18n();
  const { entry, deliverable, texts } = found;
  return (
    <li>
      <Link to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: deliverable.workItemId }}>
        {pick(deliverable.title, deliverable.titleEn)}
      </Link>{' '}
      <span className="muted">
        {formatDay(entry.day)} · {t(`record.kind.${entry.kind}`)} · {entry.title}
      </span>
      <dl className="found-cells">
        {texts.map(({ part, text }, at) => (
          // Two action items may say the same.
          <div key={at} className="found-personal">
            <dt>{t(`personal.part.${part}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

import type { Preview, Template } from '../../api/types';
import { DaySpan } from '../../components/DaySpan';
import { useI18n } from '../../i18n';
import type { Draft } from './draft';

const COUNTED = ['workItems', 'deliverables', 'checks'] as const;

export function PreviewHead({ draft, plan, template }: { draft: Draft; plan: Preview; template: Template }) {
  const { t, pick } = useI18n();
  const invited = draft.invite?.length ?? 0;
  return (
    <section className="preview-head">
      <div>
        <h2>{draft.name}</h2>
        <p className="muted">
          {[draft.client, draft.venue, pick(template.name, template.nameEn)].filter(Boolean).join(' · ')}
        </p>
        <p className="day">
          <DaySpan from={draft.opening ?? null} to={draft.closing ?? null} />
        </p>
        {invited > 0 && <p className="muted">{t('start.toInvite', { count: invited })}</p>}
      </div>
      <dl className="big-counts">
        {COUNTED.map((key) => (
          <div key={key}>
            <dt>{t(`word.${key}`)}</dt>
            <dd>{plan.counts[key]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

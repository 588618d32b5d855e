import Checkbox from 'antd/es/checkbox';
import type { ReplanPreview, ReplanRow } from '../../../api/types';
import { Choices } from '../../../components/Choices';
import { FormError } from '../../../components/FormError';
import { LoadState } from '../../../components/LoadState';
import { useI18n } from '../../../i18n';
import { CalendarNotes } from '../../start/CalendarNotes';
import { type ReplanDraft, toggled } from './replan-draft';
import { ReplanGroup } from './ReplanGroup';

const KINDS = ['falls-away', 'appears', 'comes-back', 'moves', 'stays'] as const satisfies readonly ReplanRow['kind'][];

interface Props {
  draft: ReplanDraft;
  change: (part: Partial<ReplanDraft>) => void;
  preview: Parameters<typeof LoadState>[0]['query'] & { data?: ReplanPreview; isPlaceholderData: boolean };
  refusal: unknown;
}

function ChoicesOf({ draft, change }: Pick<Props, 'draft' | 'change'>) {
  const { t } = useI18n();
  const ways = (['squeeze', 'keep'] as const).map((value) => ({ value, label: t(`replan.lateWay.${value}`) }));
  return (
    <div className="replan-choices">
      <Checkbox checked={draft.alsoHandSet} onChange={({ target }) => change({ alsoHandSet: target.checked })}>
        {t('replan.alsoHandSet')}
      </Checkbox>
      <Checkbox checked={draft.alsoDone} onChange={({ target }) => change({ alsoDone: target.checked })}>
        {t('replan.alsoDone')}
      </Checkbox>
      <Choices
        legend={t('replan.late')}
        value={draft.lateStart}
        choices={ways}
        onChange={(lateStart) => change({ lateStart })}
      />
    </div>
  );
}

/** The dry run: every row with its reason, each to be ticked off or on. */
export function ReplanList({ draft, change, preview, refusal }: Props) {
  const { t } = useI18n();
  const { data } = preview;
  if (preview.error) return <FormError error={preview.error} />;
  if (!data) return <LoadState query={preview} />;
  const counts = KINDS.filter((kind) => data.counts[kind] > 0);
  return (
    <div aria-busy={preview.isPlaceholderData}>
      <FormError error={refusal} />
      <p className="replan-counts" role="status">
        {counts.length === 0
          ? t('replan.nothing')
          : counts.map((kind) => t(`replan.counts.${kind}`, { count: data.counts[kind] })).join(' · ')}
      </p>
      <CalendarNotes years={data.calendar} />
      <ChoicesOf {...{ draft, change }} />
      {counts.map((kind) => (
        <ReplanGroup
          key={kind}
          kind={kind}
          rows={data.rows.filter((row) => row.kind === kind)}
          onToggle={(row) => change(toggled(draft, row))}
        />
      ))}
    </div>
  );
}
